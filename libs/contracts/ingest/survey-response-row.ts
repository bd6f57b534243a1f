import { CHANNELS } from '#domain/channel.ts';
import { CSAT_SCALE, EFFORT_SCALE, FFT_ANSWERS, NPS_SCALE } from '#domain/scale.ts';
import { KEY_AND_PLACE } from './place-fields.ts';
import type { RowFields, RowOf } from './row-field.ts';

/** One patient's answers to one survey. At least one of csat, nps, fft, effort, scores or comment must be there. */
export const SURVEY_RESPONSE_FIELDS = {
  ...KEY_AND_PLACE,
  respondedAt: { type: 'instant', required: true, description: 'When the patient answered.' },
  visitedAt: { type: 'instant', description: 'When the visit was; the distance to respondedAt is the response delay.' },
  channel: { type: 'code', codes: CHANNELS.codes, description: 'How the survey reached the patient.' },
  language: { type: 'text', max: 35, description: 'BCP 47 tag of the answer, e.g. vi or en-GB.' },
  csat: { type: 'integer', ...CSAT_SCALE, description: 'Overall satisfaction, 1 to 5.' },
  nps: { type: 'integer', ...NPS_SCALE, description: 'Likelihood to recommend, 0 to 10.' },
  fft: { type: 'code', codes: FFT_ANSWERS.codes, description: 'Friends and Family Test answer.' },
  effort: { type: 'integer', ...EFFORT_SCALE, description: 'How easy it was, 1 (very hard) to 7 (very easy).' },
  scores: { type: 'scores', ...CSAT_SCALE, description: 'Scores 1 to 5 by touchpoint code.' },
  comment: { type: 'text', max: 20_000, description: 'The patient’s words. What identifies people is masked.' },
  visit: { type: 'text', max: 200, description: 'Any identifier of the visit; stored only as a keyed pseudonym.' },
} as const satisfies RowFields;

export type SurveyResponseRow = RowOf<typeof SURVEY_RESPONSE_FIELDS>;
