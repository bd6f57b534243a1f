import { SURVEY_DIMENSIONS } from './dimensions-of-facts.ts';
import { shareMetric } from './share-metric.ts';
import { countBetween } from './slot-count.ts';

const FRIENDS_AND_FAMILY = {
  source: 'NHS England, Friends and Family Test guidance; interval: Wilson 1927.',
  facts: 'survey-responses',
  family: 'fft',
  dimensions: SURVEY_DIMENSIONS,
  withholdSmall: true,
} as const;

/** Friends and Family Test: those whose experience was good. “Don’t know” stays in the total. */
export const FFT_POSITIVE = shareMetric({
  ...FRIENDS_AND_FAMILY,
  code: 'fft-positive',
  name: 'FFT positive',
  meaning: 'Percent who called their experience good or very good, among all who answered, “don’t know” included.',
  direction: 'higher',
  parts: ['good', 'fft-answered'],
  share: (counts) => ({ successes: countBetween(counts, 0, 1), n: countBetween(counts, 0, 5) }),
});

/** Friends and Family Test: those whose experience was poor; with the positive it does not add up to 100. */
export const FFT_NEGATIVE = shareMetric({
  ...FRIENDS_AND_FAMILY,
  code: 'fft-negative',
  name: 'FFT negative',
  meaning: 'Percent who called their experience poor or very poor, among all who answered, “don’t know” included.',
  direction: 'lower',
  parts: ['poor', 'fft-answered'],
  share: (counts) => ({ successes: countBetween(counts, 3, 4), n: countBetween(counts, 0, 5) }),
});
