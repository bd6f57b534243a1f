/**
 * The default journey of a visit: eight touchpoints, each with its finer points. An organisation starts with a copy
 * of these and edits its own; `code` is the stable name on the wire, names shown to people live in the locales.
 */
export interface TouchpointDefinition {
  code: string;
  /** The touchpoint this one refines; null for the eight steps themselves. */
  parent: string | null;
  /** English name, used until a translation or the organisation's own name replaces it. */
  name: string;
}

const JOURNEY: Record<string, { name: string; finer: Record<string, string> }> = {
  discovery: {
    name: 'Finding the service',
    finer: {
      'online-reviews': 'Online reviews',
      reputation: 'Reputation',
      website: 'Website',
      'price-transparency': 'Price transparency',
      credentials: 'Doctors’ credentials',
    },
  },
  scheduling: {
    name: 'Making the appointment',
    finer: {
      'reaching-somebody': 'Reaching somebody',
      'time-on-hold': 'Time on hold',
      'online-booking': 'Booking online',
      'appointment-reminders': 'Reminders',
    },
  },
  'check-in': {
    name: 'Arrival and check-in',
    finer: {
      welcome: 'Welcome',
      directions: 'Directions',
      paperwork: 'Paperwork',
      'waiting-time': 'Waiting time',
      'wait-explained': 'Told how long the wait will be',
    },
  },
  care: {
    name: 'The visit itself',
    finer: {
      empathy: 'Empathy',
      listening: 'Listening',
      explanations: 'Explanations',
      professionalism: 'Professionalism',
      'time-with-doctor': 'Time with the doctor',
      facilities: 'Facilities',
      safety: 'Safety',
      privacy: 'Privacy',
    },
  },
  'continuing-care': {
    name: 'Tests, referral, transfer',
    finer: {
      'results-on-time': 'Results on time',
      handover: 'Hand-over between providers',
      'story-told-once': 'Not repeating one’s story',
    },
  },
  'follow-up': {
    name: 'After the visit',
    finer: {
      'follow-up-call': 'Follow-up call',
      'feedback-asked': 'Feedback asked for',
      'instructions-understood': 'Medicines and instructions understood',
      education: 'Education material',
    },
  },
  billing: {
    name: 'Billing and insurance claims',
    finer: {
      'bill-transparency': 'Transparency',
      'online-access': 'Online access',
      'bill-errors': 'Errors',
      claims: 'Claims',
      'billing-answers': 'Answers to billing questions',
    },
  },
  'next-visit': {
    name: 'Preparing for the next visit',
    finer: {
      relationship: 'One continuous relationship',
      'records-kept': 'Records kept',
      'next-visit-reminders': 'Reminders',
      loyalty: 'Loyalty',
    },
  },
};

/** The eight touchpoints in the order of the journey, then their finer points in the same order. */
export const DEFAULT_TOUCHPOINTS: readonly TouchpointDefinition[] = [
  ...Object.entries(JOURNEY).map(([code, { name }]) => ({ code, parent: null, name })),
  ...Object.entries(JOURNEY).flatMap(([parent, { finer }]) =>
    Object.entries(finer).map(([code, name]) => ({ code, parent, name })),
  ),
];

/** Codes of the eight steps, in journey order. */
export const JOURNEY_CODES: readonly string[] = Object.keys(JOURNEY);
