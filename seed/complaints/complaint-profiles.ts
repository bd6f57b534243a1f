import type { ComplaintSubject, Severity } from '#domain/complaint.ts';
import type { Step } from '../network/journey.ts';
import type { DepartmentCode } from '../network/network.ts';

/** The step of the journey a complaint about a subject concerns; null where none fits. */
export const STEP_OF_SUBJECT: Record<ComplaintSubject, Step | null> = {
  waiting: 'check-in',
  billing: 'billing',
  communication: 'care',
  attitude: 'care',
  'clinical-care': 'care',
  appointments: 'scheduling',
  discharge: 'follow-up',
  facilities: 'care',
  privacy: 'care',
  records: 'next-visit',
  medicines: 'follow-up',
  interpreting: 'care',
  food: 'care',
  parking: 'check-in',
  other: null,
};

const SEVERITY_USUAL: Record<Severity, number> = { low: 30, medium: 56, high: 13, critical: 1 };
const SEVERITY_GRAVE: Record<Severity, number> = { low: 4, medium: 46, high: 40, critical: 10 };

/** How grave complaints about a subject tend to be. */
export function severitiesOf(subject: ComplaintSubject): Record<Severity, number> {
  return ['clinical-care', 'medicines', 'privacy', 'records'].includes(subject) ? SEVERITY_GRAVE : SEVERITY_USUAL;
}

type Subjects = Partial<Record<ComplaintSubject, number>>;

const CLINIC: Subjects = { waiting: 26, appointments: 20, communication: 14, attitude: 9, 'clinical-care': 8, billing: 7, records: 4, privacy: 3, interpreting: 3, parking: 4, other: 2 }; // prettier-ignore
const EMERGENCY: Subjects = { waiting: 38, 'clinical-care': 17, communication: 16, attitude: 12, privacy: 4, interpreting: 4, facilities: 3, billing: 3, other: 3 }; // prettier-ignore
const WARD: Subjects = { communication: 24, 'clinical-care': 18, discharge: 16, facilities: 10, food: 9, attitude: 7, medicines: 5, interpreting: 4, privacy: 3, other: 4 }; // prettier-ignore
const IMAGING: Subjects = {
  waiting: 30,
  appointments: 24,
  communication: 16,
  privacy: 8,
  records: 8,
  attitude: 8,
  billing: 6,
};
const PHARMACY: Subjects = { medicines: 46, waiting: 28, communication: 12, attitude: 8, billing: 6 };
const OFFICE: Subjects = { billing: 80, communication: 10, attitude: 6, records: 4 };

/** What is complained about, by department. */
export const SUBJECTS_OF: Record<DepartmentCode, Subjects> = {
  'riverside-emergency': EMERGENCY,
  'riverside-outpatients': CLINIC,
  'riverside-children': CLINIC,
  'riverside-imaging': IMAGING,
  'riverside-maternity': WARD,
  'lakeside-emergency': EMERGENCY,
  'lakeside-medicine': CLINIC,
  'ward-4b': WARD,
  'ward-2a': WARD,
  'lakeside-pharmacy': PHARMACY,
  'billing-office': OFFICE,
  'hillcrest-family': CLINIC,
  'hillcrest-specialists': CLINIC,
  'hillcrest-palliative': WARD,
};

/** What often comes along with a main subject. */
export const ALSO_ABOUT: Partial<Record<ComplaintSubject, ComplaintSubject>> = {
  billing: 'communication',
  waiting: 'communication',
  'clinical-care': 'communication',
  discharge: 'medicines',
  appointments: 'communication',
  attitude: 'communication',
  interpreting: 'communication',
};
