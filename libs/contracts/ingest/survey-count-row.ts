import { SURVEY_COLLECTIONS } from '#domain/survey-collection.ts';
import { KEY_AND_PLACE } from './place-fields.ts';
import type { RowFields, RowOf } from './row-field.ts';

const COUNT = { type: 'integer', min: 0, max: 1_000_000 } as const;

/** How many answered the Friends and Family Test at a place in a month, by answer. Nobody is told of one by one. */
export const SURVEY_COUNT_FIELDS = {
  ...KEY_AND_PLACE,
  month: { type: 'text', required: true, max: 10, description: 'The month counted, such as 2026-10.' },
  collection: {
    type: 'code',
    codes: SURVEY_COLLECTIONS.codes,
    description: 'Where patients were asked; other when left out.',
  },
  veryGood: { ...COUNT, required: true, description: 'How many answered very good.' },
  good: { ...COUNT, required: true, description: 'How many answered good.' },
  neither: { ...COUNT, required: true, description: 'How many answered neither good nor poor.' },
  poor: { ...COUNT, required: true, description: 'How many answered poor.' },
  veryPoor: { ...COUNT, required: true, description: 'How many answered very poor.' },
  dontKnow: { ...COUNT, required: true, description: 'How many did not know.' },
  responses: { ...COUNT, description: 'How many answered in all; has to be the sum of the six.' },
  eligible: { ...COUNT, max: 10_000_000, description: 'How many could have answered.' },
} as const satisfies RowFields;

export type SurveyCountRow = RowOf<typeof SURVEY_COUNT_FIELDS>;
