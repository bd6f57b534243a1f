import { codeTable } from './code-table.ts';

/** What a complaint is about; a complaint may name several. Append-only: positions are stored. */
export const COMPLAINT_SUBJECTS = codeTable([
  'waiting',
  'billing',
  'communication',
  'attitude',
  'clinical-care',
  'appointments',
  'discharge',
  'facilities',
  'privacy',
  'records',
  'medicines',
  'interpreting',
  'food',
  'parking',
  'other',
]);

export type ComplaintSubject = (typeof COMPLAINT_SUBJECTS.codes)[number];

export const SEVERITIES = codeTable(['low', 'medium', 'high', 'critical']);

export type Severity = (typeof SEVERITIES.codes)[number];

/** Working days within which a new organisation answers complaints; an administrator changes them. */
export const DEFAULT_COMPLAINT_POLICY = { acknowledgeWithinDays: 3, answerWithinDays: 20 } as const;
