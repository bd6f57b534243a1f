import { CHANNELS } from '#domain/channel.ts';
import { WAIT_KINDS, WAIT_OUTCOMES } from '#domain/wait.ts';
import { KEY_AND_PLACE } from './place-fields.ts';
import type { RowFields, RowOf } from './row-field.ts';

/** One wait. Give endedAt or waitMinutes once it is over; with neither it is still going on. */
export const WAIT_FIELDS = {
  ...KEY_AND_PLACE,
  kind: { type: 'code', codes: WAIT_KINDS.codes, description: 'What was waited for; arrival-to-seen when left out.' },
  startedAt: { type: 'instant', required: true, description: 'When the wait began (arrival, call, message, test).' },
  endedAt: { type: 'instant', description: 'When it ended. Not before startedAt.' },
  waitMinutes: { type: 'number', min: 0, max: 525_600, description: 'Length in minutes, where only that is known.' },
  promisedMinutes: { type: 'number', min: 0, max: 525_600, description: 'What the patient was told to expect.' },
  outcome: {
    type: 'code',
    codes: WAIT_OUTCOMES.codes,
    description: 'seen, left (without being seen) or waiting; told from the end of the wait when left out.',
  },
  channel: { type: 'code', codes: CHANNELS.codes, description: 'How the patient came or called.' },
  visit: { type: 'text', max: 200, description: 'Any identifier of the visit; stored only as a keyed pseudonym.' },
} as const satisfies RowFields;

export type WaitRow = RowOf<typeof WAIT_FIELDS>;
