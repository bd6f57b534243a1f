import { CHANNELS } from '#domain/channel.ts';
import { COMPLAINT_SUBJECTS, SEVERITIES } from '#domain/complaint.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import { KEY_AND_PLACE } from './place-fields.ts';
import type { RowFields, RowOf } from './row-field.ts';

/** One complaint as it was received; what happened afterwards arrives as complaint events. */
export const COMPLAINT_FIELDS = {
  ...KEY_AND_PLACE,
  receivedAt: { type: 'instant', required: true, description: 'When the complaint reached the organisation.' },
  channel: { type: 'code', codes: CHANNELS.codes, description: 'How it came in.' },
  language: { type: 'text', max: 35, description: 'BCP 47 tag of the narrative.' },
  title: { type: 'text', max: 200, description: 'One line that tells staff what it is about.' },
  narrative: {
    type: 'text',
    max: 50_000,
    description: 'The complaint in the patient’s words. What identifies people is masked.',
  },
  subjects: {
    type: 'codes',
    codes: COMPLAINT_SUBJECTS.codes,
    description: 'What it is about; the first one is the main one.',
  },
  severity: { type: 'code', codes: SEVERITIES.codes, description: 'medium when left out.' },
  touchpoint: { type: 'text', max: 60, description: 'Code of the touchpoint it concerns.' },
  visit: { type: 'text', max: 200, description: 'Any identifier of the visit; stored only as a keyed pseudonym.' },
} as const satisfies RowFields;

export type ComplaintRow = RowOf<typeof COMPLAINT_FIELDS>;

/** Something that happened to a complaint: a move to a stage, or a note. Append-only. */
export const COMPLAINT_EVENT_FIELDS = {
  externalId: KEY_AND_PLACE.externalId,
  complaint: {
    type: 'text',
    required: true,
    max: 200,
    description: 'externalId of the complaint, in the same source.',
  },
  happenedAt: { type: 'instant', required: true, description: 'When it happened.' },
  stage: { type: 'code', codes: STAGES.codes, description: 'The stage moved to; left out for a note.' },
  note: { type: 'text', max: 20_000, description: 'What was done, found or said.' },
  actor: { type: 'text', max: 120, description: 'The team or role that acted (not a patient).' },
} as const satisfies RowFields;

export type ComplaintEventRow = RowOf<typeof COMPLAINT_EVENT_FIELDS>;
