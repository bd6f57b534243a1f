import type { FactKind } from '#contracts/ingest/fact-kind.ts';

/** A kind of row that can be a patient's own. */
export type OwnKind = Exclude<FactKind, 'complaint-events' | 'survey-counts'>;

/** Where a kind of row is held, and how it is known whose it is. */
export interface HeldTable {
  kind: OwnKind;
  name: string;
  /** The column of the date it belongs to. */
  on: string;
  /** It carries the pseudonym of a visit; else only its own id can point at a patient. */
  pseudonym: boolean;
  /** The columns that hold words. */
  words: readonly string[];
}

export const HELD_TABLES: readonly HeldTable[] = [
  { kind: 'survey-responses', name: 'survey_response', on: 'responded_on', pseudonym: true, words: ['comment'] },
  { kind: 'waits', name: 'wait', on: 'started_on', pseudonym: true, words: [] },
  { kind: 'complaints', name: 'complaint', on: 'received_on', pseudonym: true, words: ['title', 'narrative'] },
  { kind: 'reviews', name: 'review', on: 'reviewed_on', pseudonym: false, words: ['text', 'reply'] },
];
