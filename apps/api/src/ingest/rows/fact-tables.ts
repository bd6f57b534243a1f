import type { FactKind } from '#contracts/ingest/fact-kind.ts';

const TABLES: Record<FactKind, string> = {
  'survey-responses': 'survey_response',
  waits: 'wait',
  reviews: 'review',
  complaints: 'complaint',
  'complaint-events': 'complaint_event',
  'survey-counts': 'survey_count',
};

/** The table in which rows of a kind are stored. */
export const tableOf = (kind: FactKind): string => TABLES[kind];
