import { COMPLAINT_EVENT_FIELDS, COMPLAINT_FIELDS } from './complaint-row.ts';
import { REVIEW_FIELDS } from './review-row.ts';
import type { RowFields } from './row-field.ts';
import { SURVEY_COUNT_FIELDS } from './survey-count-row.ts';
import { SURVEY_RESPONSE_FIELDS } from './survey-response-row.ts';
import { WAIT_FIELDS } from './wait-row.ts';

/** The kinds of rows that can be sent in, by the last part of their ingest address. */
export const FACT_KINDS = [
  'survey-responses',
  'waits',
  'complaints',
  'complaint-events',
  'reviews',
  'survey-counts',
] as const;

export type FactKind = (typeof FACT_KINDS)[number];

export const FIELDS_OF: Record<FactKind, RowFields> = {
  'survey-responses': SURVEY_RESPONSE_FIELDS,
  waits: WAIT_FIELDS,
  complaints: COMPLAINT_FIELDS,
  'complaint-events': COMPLAINT_EVENT_FIELDS,
  reviews: REVIEW_FIELDS,
  'survey-counts': SURVEY_COUNT_FIELDS,
};
