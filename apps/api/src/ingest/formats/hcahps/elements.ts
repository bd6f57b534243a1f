/** Elements of the header of a file that are taken. */
export const HEADER_TAKEN: readonly string[] = ['provider-id', 'discharge-yr', 'discharge-month', 'survey-mode'];

/** Elements of the administration of a patient that are taken; age, sex and reasons of admission are not. */
export const ADMINISTRATION_TAKEN: readonly string[] = [
  'provider-id',
  'discharge-yr',
  'discharge-month',
  'patient-id',
  'strata-name',
  'survey-status',
  'survey-completion-mode',
  'language',
];

/** Answers that are about who the patient is, not about the hospital. */
const ABOUT_THE_PATIENT =
  /^(?:overall-health|mental-health|education|ethnic|race|gender|sex|age|language-speak|marital|income|proxy|zip|help-complete)/;

/** True for answers that may be kept: those about the hospital, of whatever version of the survey. */
export const isAboutTheHospital = (element: string): boolean => !ABOUT_THE_PATIENT.test(element);

/** What was asked, in short, for the questions that have been in the survey for long. */
export const QUESTIONS: Readonly<Record<string, string>> = {
  'nurse-courtesy-respect': 'Nurses: courtesy and respect',
  'nurse-listen': 'Nurses listened carefully',
  'nurse-explain': 'Nurses explained understandably',
  'call-button': 'Help as soon as wanted after pressing the call button',
  'dr-courtesy-respect': 'Doctors: courtesy and respect',
  'dr-listen': 'Doctors listened carefully',
  'dr-explain': 'Doctors explained understandably',
  cleanliness: 'Room and bathroom kept clean',
  quiet: 'Quiet around the room at night',
  'bathroom-help': 'Help in getting to the bathroom as soon as wanted',
  'med-for': 'Told what a new medicine was for',
  'side-effects': 'Told of the side effects of a new medicine',
  'help-after-discharge': 'Asked whether help would be at hand after leaving',
  symptoms: 'Written information on symptoms to look out for',
  'overall-rate': 'Hospital, 0 to 10',
  recommend: 'Would recommend the hospital to friends and family',
  'ct-preferences': 'Staff took preferences into account',
  'ct-understanding': 'Understood what to do for one’s health',
  'ct-purpose-med': 'Understood the purpose of each medicine',
};
