import type { ComplaintSubject } from '#domain/complaint.ts';
import type { Stage } from '#domain/complaint-stage.ts';

/** What staff write at a step, in the network's working language. */
export const STAGE_NOTES: Record<Exclude<Stage, 'received' | 'resolved'>, readonly string[]> = {
  acknowledged: [
    'Acknowledged by phone. The patient wants to hear from one person only.',
    'Letter of acknowledgement sent, with the name of the contact person.',
    'Acknowledged by email in the patient’s language, answer promised within twenty working days.',
    'Called the family, thanked them and explained what happens next.',
    'Spoke with the patient at the desk. An interpreter was present.',
  ],
  investigating: [
    'Handed to the department with all that was received.',
    'Asked for the visit’s record and the duty roster of the day.',
    'Spoke with the staff on duty; waiting for two written statements.',
    'Looked into it with the head of the department.',
  ],
  closed: [
    'Told the patient by phone what was found and what has changed. Satisfied with the answer.',
    'Letter sent with the result, the steps taken and whom to ask.',
    'Met the family, apologised and explained. They thanked us.',
    'Answer sent by email in the patient’s language; no questions since.',
  ],
  reopened: [
    'The patient called: the answer leaves out half of what was asked.',
    'It has happened again. Reopened at the patient’s request.',
    'The family does not agree with the result and asks for a second look.',
  ],
};

/** The patient is not satisfied with what was done, before the complaint was closed. */
export const BACK_TO_INVESTIGATING = [
  'The department’s answer did not explain why it happened. Sent back.',
  'The patient was told by phone and disagrees; looking into it again.',
] as const;

/** Notes between the steps. */
export const BETWEEN_NOTES = [
  'Called the patient to say that it takes a little longer.',
  'Statement of the department received.',
  'Reminded the department of the date.',
  'The patient called to ask how it stands. Told where we are.',
  'Tried to call twice, left a message.',
] as const;

/** What was found, done and learned, case by case as in the phrase books. */
export const RESOLUTIONS: Record<ComplaintSubject, readonly string[]> = {
  waiting: [
    'Upheld. Two colleagues were off sick and nobody told the waiting room. Delays of more than 20 minutes are now announced.',
    'Partly upheld. An emergency was treated first, rightly, but it was not explained. A leaflet on the order of calling is now handed out at the desk.',
    'Upheld. Nobody looked in on those who had waited longest. The desk now makes a round every half hour; a new visit was offered at once.',
  ],
  billing: [
    'Upheld. The item was booked on the wrong visit; it was cancelled and the sum returned.',
    'Partly upheld. The price follows the treatment, but nobody told the patient that it had changed. Went through the bill line by line; estimates are now renewed.',
    'Upheld. The claim lay with an incomplete address; sent again, the insurer has confirmed.',
  ],
  communication: [
    'Upheld. Nobody felt responsible for informing the family. Each patient now has a named contact on the board.',
    'Partly upheld. The plan had changed overnight; the doctor has explained it and apologised.',
    'Upheld. The call to the family was forgotten at the change of shift. It is now a line of the transfer form.',
  ],
  attitude: [
    'Upheld. Talked with the colleague, who apologised in person. Added to the next communication training.',
    'Could not be settled who was there. Apologised; the team went through the case together.',
  ],
  'clinical-care': [
    'Upheld. Pain was recorded and not acted upon. Reviewed with the team; the chart now shows when a score needs an answer.',
    'Upheld. The change of dressing was missing from the plan. Wound treated, healing well; the plan is now read aloud at each hand-over.',
    'Partly upheld. The fracture is hard to see on the first film, but a second one should have been ordered. Case taken to the review meeting.',
  ],
  appointments: [
    'Upheld. The cancellation message went to an old number. Numbers are now confirmed at each visit.',
    'Upheld. Appointment given within the week; a second line is open in the morning.',
  ],
  discharge: [
    'Upheld. The list of medicines was sent on and gone through by phone. The checklist now stops a discharge without it.',
    'Partly upheld. The decision was right, the hour was not: no discharges after 20:00.',
  ],
  facilities: [
    'Upheld. Cleaned the same day; the round is now signed every four hours.',
    'Upheld. Repaired, and a notice tells the way to the other lift.',
  ],
  privacy: [
    'Upheld and reported to the data protection officer. Patients are called by number from now on.',
    'Upheld. Envelopes are now checked by two people; the other patient was informed.',
  ],
  records: [
    'Upheld. The file was found under an old name and merged. The patient has checked it.',
    'Upheld. The allergy was entered on the day and now shows on every page.',
  ],
  medicines: [
    'Upheld. Exchanged at once, no harm came of it. Strengths that look alike now lie apart.',
    'Upheld. The delivery was late and nobody called. The pharmacy now sends a message when it is ready.',
  ],
  interpreting: [
    'Upheld. The booking had gone to the wrong day. Visit repeated with an interpreter, free of charge.',
    'Upheld. Phone interpreting is now available at every desk; children are not to interpret.',
  ],
  food: [
    'Upheld. The diet was not passed on to the kitchen. It is now printed on the tray card.',
    'Upheld. Trolleys were replaced; meals now reach the ward within fifteen minutes.',
  ],
  parking: [
    'Upheld. The charge was taken back; the desk can now extend tickets when a clinic runs late.',
    'Upheld. Agreed delivery times with the suppliers.',
  ],
  other: [
    'Upheld. Replaced at our cost; belongings are now listed at each move.',
    'Partly upheld. Work now begins at eight.',
  ],
};

/** The same for the double bills of the last weeks. */
export const DOUBLE_BILLING_RESOLUTIONS: readonly string[] = [
  'Upheld. Invoice 2 was created when the claim was corrected; the first was not cancelled. Second invoice cancelled.',
  'Upheld. The new software booked the card payment twice. Sum returned, the maker has been told.',
  'Upheld. The payment at the desk did not reach the new software. Second invoice cancelled, apology sent.',
  'Upheld. Reminders were still sent from the old list. Reminder withdrawn, the list is closed.',
];

/** When a case was looked into a second time. */
export const SECOND_RESOLUTIONS: readonly string[] = [
  'Went through it again together; the points left out are now answered.',
  'Looked at again by somebody who was not involved. The result stands, and the reasons are now given in full.',
  'The same mistake was found and corrected. Such cases are now checked every week.',
];
