import type { Fact } from './fact-table.ts';
import type { WrittenRow } from './fact-writer.ts';

/** One complaint as it was received, ready to be stored. Instants in ms since 1970, codes as their stored numbers. */
export interface ComplaintFact extends Fact, WrittenRow {
  receivedAt: number;
  /** Date of receipt at the site, `YYYY-MM-DD`. */
  receivedOn: string;
  channel: number;
  /** BCP 47 tag; `und` when not known. */
  language: string;
  title: string | null;
  narrative: string | null;
  /** The main subject first. */
  subjects: readonly number[];
  severity: number;
  /** Slot of the touchpoint it concerns; 0 for none. */
  touchpoint: number;
  visitPseudonym: string | null;
}

/** One complaint event, ready to be stored. Its department is its complaint's, its date that of the complaint's site. */
export interface ComplaintEventFact extends Omit<Fact, 'departmentId'>, WrittenRow {
  complaintId: string;
  happenedAt: number;
  /** Number of the stage moved to; 0 for a note. */
  stage: number;
  note: string | null;
  actor: string | null;
}
