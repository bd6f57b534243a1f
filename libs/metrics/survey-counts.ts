import { CSAT_SCALE, EFFORT_SCALE, FFT_ANSWERS, NPS_SCALE } from '#domain/scale.ts';

/**
 * What one cell of survey responses counts, slot by slot (0-based here; Postgres arrays begin at 1). Touchpoint scores
 * come last, five slots a touchpoint in the order of the organisation's slots, so that a new touchpoint only
 * lengthens the array. Everything is additive: cells of days, weeks, departments simply add up.
 */
export const SURVEY_SLOTS = {
  responses: 0,
  withComment: 1,
  /** Counts of CSAT 1, 2, 3, 4, 5. */
  csat: 2,
  /** Counts of NPS 0 … 10. */
  nps: 7,
  /** Counts of the FFT answers, best first, don't know last. */
  fft: 18,
  /** Counts of effort 1 … 7. */
  effort: 24,
  /** Counts of scores 1 … 5 of touchpoint slot 1, then of slot 2, … */
  touchpoints: 31,
} as const;

/** Where the five score counts of a touchpoint begin; slots number from 1. */
export function touchpointOffset(slot: number): number {
  return SURVEY_SLOTS.touchpoints + (slot - 1) * 5;
}

/** The answers of one response as stored: absent answers are null, scores stand by touchpoint slot (index 0 = slot 1). */
export interface SurveyAnswers {
  csat: number | null;
  nps: number | null;
  fft: number | null;
  effort: number | null;
  scores: readonly (number | null)[] | null;
  hasComment: boolean;
}

/** Adds one response to a cell's counts, or takes it out again with `sign` −1. */
export function addSurveyResponse(counts: number[], answers: SurveyAnswers, sign: 1 | -1): void {
  const { hasComment, csat, nps, fft, effort, scores } = answers;
  add(counts, SURVEY_SLOTS.responses, sign);
  if (hasComment) add(counts, SURVEY_SLOTS.withComment, sign);
  if (csat !== null) add(counts, SURVEY_SLOTS.csat + csat - CSAT_SCALE.min, sign);
  if (nps !== null) add(counts, SURVEY_SLOTS.nps + nps - NPS_SCALE.min, sign);
  if (fft !== null && fft <= FFT_ANSWERS.codes.length) add(counts, SURVEY_SLOTS.fft + fft - 1, sign);
  if (effort !== null) add(counts, SURVEY_SLOTS.effort + effort - EFFORT_SCALE.min, sign);
  if (scores === null) return;
  for (let index = 0; index < scores.length; index += 1) {
    const score = scores[index] ?? null;
    if (score !== null) add(counts, touchpointOffset(index + 1) + score - CSAT_SCALE.min, sign);
  }
}

function add(counts: number[], slot: number, sign: 1 | -1): void {
  while (counts.length <= slot) counts.push(0);
  counts[slot] = (counts[slot] ?? 0) + sign;
}
