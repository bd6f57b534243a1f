import type { Step } from './journey.ts';
import type { DepartmentCode } from './network.ts';
import type { Rhythm } from './rhythm.ts';

/** What an ordinary week of a department looks like. */
export interface DepartmentProfile {
  rhythm: Rhythm;
  /** Survey replies a week. */
  replies: number;
  /** Share of replies that are satisfied overall (4 or 5). */
  satisfied: number;
  /** Share of replies that score each step. */
  asked: Partial<Record<Step, number>>;
  /** Shares satisfied with a step where they differ from what the department's overall level suggests. */
  levels?: Partial<Record<Step, number>>;
  /** Complaints a week. */
  complaints: number;
  /** Who works on its complaints. */
  team: string;
}

/** Shares satisfied with each step in a department of the network's average level. */
export const USUAL_LEVELS: Record<Step, number> = {
  discovery: 0.86,
  scheduling: 0.81,
  'check-in': 0.79,
  care: 0.89,
  'continuing-care': 0.84,
  'follow-up': 0.82,
  billing: 0.75,
  'next-visit': 0.87,
};

/** The network's average share satisfied overall; a department above or below it moves its steps with it. */
export const USUAL_SATISFIED = 0.85;

const CLINIC = { discovery: 0.35, scheduling: 0.7, 'check-in': 0.92, care: 0.92, 'continuing-care': 0.45, 'follow-up': 0.45, billing: 0.45, 'next-visit': 0.4 }; // prettier-ignore
const EMERGENCY = {
  discovery: 0.15,
  'check-in': 0.92,
  care: 0.92,
  'continuing-care': 0.5,
  'follow-up': 0.4,
  billing: 0.3,
};
const WARD = {
  'check-in': 0.5,
  care: 0.96,
  'continuing-care': 0.6,
  'follow-up': 0.6,
  billing: 0.4,
  'next-visit': 0.35,
};
const IMAGING = { scheduling: 0.6, 'check-in': 0.9, care: 0.8, 'continuing-care': 0.8, billing: 0.3 };
const PHARMACY = { 'check-in': 0.92, 'follow-up': 0.85, billing: 0.4, 'next-visit': 0.3 };
const OFFICE = { scheduling: 0.4, billing: 0.97, 'next-visit': 0.3 };

/** Ward 4B starts with care below its siblings, and Riverside with check-in at the usual level: their stories begin there. */
export const DEPARTMENT_PROFILES: Record<DepartmentCode, DepartmentProfile> = {
  'riverside-emergency': { rhythm: 'emergency', replies: 118, satisfied: 0.81, asked: EMERGENCY, levels: { 'check-in': 0.79 }, complaints: 3.2, team: 'Riverside Emergency' },
  'riverside-outpatients': { rhythm: 'clinic', replies: 222, satisfied: 0.85, asked: CLINIC, complaints: 3.3, team: 'Riverside Outpatients' },
  'riverside-children': { rhythm: 'clinic', replies: 98, satisfied: 0.89, asked: CLINIC, levels: { 'check-in': 0.79 }, complaints: 1.1, team: 'Children’s Clinic' },
  'riverside-imaging': { rhythm: 'clinic', replies: 106, satisfied: 0.86, asked: IMAGING, levels: { 'check-in': 0.79 }, complaints: 1.1, team: 'Riverside Imaging' },
  'riverside-maternity': { rhythm: 'ward', replies: 83, satisfied: 0.91, asked: WARD, levels: { 'check-in': 0.79 }, complaints: 1.2, team: 'Riverside Maternity' },
  'lakeside-emergency': { rhythm: 'emergency', replies: 116, satisfied: 0.8, asked: EMERGENCY, complaints: 2.6, team: 'Lakeside Emergency' },
  'lakeside-medicine': { rhythm: 'clinic', replies: 118, satisfied: 0.86, asked: CLINIC, complaints: 1.6, team: 'Lakeside Medicine' },
  'ward-4b': { rhythm: 'ward', replies: 122, satisfied: 0.8, asked: WARD, levels: { care: 0.78, 'continuing-care': 0.82 }, complaints: 1.5, team: 'Ward 4B lead nurse' },
  'ward-2a': { rhythm: 'ward', replies: 93, satisfied: 0.86, asked: WARD, complaints: 1.2, team: 'Ward 2A lead nurse' },
  'lakeside-pharmacy': { rhythm: 'clinic', replies: 88, satisfied: 0.87, asked: PHARMACY, complaints: 0.8, team: 'Pharmacy' },
  'billing-office': { rhythm: 'office', replies: 88, satisfied: 0.8, asked: OFFICE, levels: { billing: 0.72 }, complaints: 2.8, team: 'Billing desk' },
  'hillcrest-family': { rhythm: 'clinic', replies: 118, satisfied: 0.88, asked: CLINIC, complaints: 1.6, team: 'Hillcrest Family Medicine' },
  'hillcrest-specialists': { rhythm: 'clinic', replies: 78, satisfied: 0.86, asked: CLINIC, complaints: 1, team: 'Hillcrest Specialists' },
  'hillcrest-palliative': { rhythm: 'ward', replies: 3.5, satisfied: 0.92, asked: WARD, complaints: 0.1, team: 'Hillcrest Palliative Care' },
}; // prettier-ignore
