import { countMetric } from './count-metric.ts';
import { FFT_COUNT_DIMENSIONS } from './dimensions-of-facts.ts';
import { FFT_COUNT_SLOTS } from './fft-counts.ts';
import type { Metric } from './metric.ts';
import { shareMetric } from './share-metric.ts';
import { countAt, countBetween } from './slot-count.ts';

const { answers, answersOfEligible, eligible } = FFT_COUNT_SLOTS;

const MONTHLY_COUNTS = {
  source: 'NHS England, Friends and Family Test guidance; interval: Wilson 1927.',
  facts: 'survey-counts',
  family: 'fft-counts',
  dimensions: FFT_COUNT_DIMENSIONS,
} as const;

const answered = (counts: readonly number[]): number => countBetween(counts, answers, answers + 5);

/** How many answers the monthly counts hold; told where their scores are, so that neither gives the other's few away. */
export const FFT_COUNTED: Metric = {
  ...countMetric({
    ...MONTHLY_COUNTS,
    source: 'Plain count.',
    code: 'fft-counted',
    name: 'FFT answers (monthly counts)',
    meaning: 'Number of Friends and Family answers in the monthly counts of the period, whole months only.',
    direction: 'neutral',
    parts: [[1, 'fft-answered', answered]],
  }),
  withholdSmall: true,
};

/** The FFT from counts that came in by the month; never mixed with answers that came in one by one. */
export const FFT_COUNTED_POSITIVE = shareMetric({
  ...MONTHLY_COUNTS,
  code: 'fft-counted-positive',
  name: 'FFT positive (monthly counts)',
  meaning:
    'Percent who called their experience good or very good, among all in the monthly counts, “don’t know” included. Whole months only.',
  direction: 'higher',
  withholdSmall: true,
  parts: ['good', 'fft-answered'],
  share: (counts) => ({ successes: countBetween(counts, answers, answers + 1), n: answered(counts) }),
});

/** Those whose experience was poor, from the same counts. */
export const FFT_COUNTED_NEGATIVE = shareMetric({
  ...MONTHLY_COUNTS,
  code: 'fft-counted-negative',
  name: 'FFT negative (monthly counts)',
  meaning:
    'Percent who called their experience poor or very poor, among all in the monthly counts, “don’t know” included. Whole months only.',
  direction: 'lower',
  withholdSmall: true,
  parts: ['poor', 'fft-answered'],
  share: (counts) => ({ successes: countBetween(counts, answers + 3, answers + 4), n: answered(counts) }),
});

/** How many of those who could answer did. */
export const FFT_RESPONSE_RATE = shareMetric({
  ...MONTHLY_COUNTS,
  code: 'fft-response-rate',
  name: 'FFT response rate',
  meaning: 'Percent of the patients who could have answered who did, where the monthly counts say how many could.',
  direction: 'higher',
  withholdSmall: true,
  parts: ['answered-of-eligible', 'eligible'],
  share: (counts) => ({ successes: countAt(counts, answersOfEligible), n: countAt(counts, eligible) }),
  alsoRestsOn: (counts) => countAt(counts, answersOfEligible),
});
