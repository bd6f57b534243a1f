import { CSAT_SCALE } from '#domain/scale.ts';
import { SATISFACTION_DIMENSIONS } from './dimensions-of-facts.ts';
import { meanMetric } from './mean-metric.ts';
import { shareMetric } from './share-metric.ts';
import { countAt, countBetween } from './slot-count.ts';

const SATISFACTION = {
  facts: 'survey-responses',
  family: 'csat',
  direction: 'higher',
  dimensions: SATISFACTION_DIMENSIONS,
  withholdSmall: true,
} as const;

/** CSAT: the satisfied, 4 or 5 of 5, among those who answered. */
export const CSAT = shareMetric({
  ...SATISFACTION,
  code: 'csat',
  name: 'CSAT',
  meaning:
    'Percent of answers that are 4 or 5 on the scale from 1 (very dissatisfied) to 5 (very satisfied). Whoever did not answer is not counted.',
  source: 'Top-two-box convention; interval: Wilson 1927.',
  parts: ['satisfied', 'answered'],
  share: (counts) => ({ successes: countBetween(counts, 3, 4), n: countBetween(counts, 0, 4) }),
});

/** Top box: only the very satisfied, 5 of 5; moves before CSAT does where most people are content. */
export const TOP_BOX = shareMetric({
  ...SATISFACTION,
  code: 'top-box',
  name: 'Top box',
  meaning: 'Percent of answers that are 5 of 5. Whoever did not answer is not counted.',
  source: 'Top-box scoring as in HCAHPS; interval: Wilson 1927.',
  parts: ['very-satisfied', 'answered'],
  share: (counts) => ({ successes: countAt(counts, 4), n: countBetween(counts, 0, 4) }),
});

/** Mean satisfaction, 1–5: tells a 1 from a 3, which CSAT does not. */
export const MEAN_SCORE = meanMetric({
  ...SATISFACTION,
  code: 'mean-score',
  name: 'Mean score',
  meaning: 'Mean of the answers on the scale from 1 (very dissatisfied) to 5 (very satisfied).',
  source: 'Arithmetic mean; interval: Student’s t with three added answers, see libs/metrics/mean-interval.ts.',
  unit: 'score',
  scale: CSAT_SCALE,
  firstSlot: 0,
});
