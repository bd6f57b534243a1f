import { STARS_SCALE } from '#domain/scale.ts';
import { countMetric } from './count-metric.ts';
import { REVIEW_DIMENSIONS } from './dimensions-of-facts.ts';
import { meanMetric } from './mean-metric.ts';
import { REVIEW_SLOTS } from './review-counts.ts';
import { shareMetric } from './share-metric.ts';
import { countAt, countBetween } from './slot-count.ts';

const ONLINE_REVIEWS = { facts: 'reviews', family: 'reviews', dimensions: REVIEW_DIMENSIONS } as const;

/** How many online reviews were published. */
export const REVIEWS = countMetric({
  ...ONLINE_REVIEWS,
  code: 'reviews',
  name: 'Reviews',
  meaning: 'Number of online reviews published in the period, with stars or without.',
  source: 'Plain count.',
  direction: 'neutral',
  parts: [[1, 'reviews', (counts) => countAt(counts, REVIEW_SLOTS.reviews)]],
});

/** Mean stars; a plain “recommends” is never mixed in. */
export const REVIEW_RATING = meanMetric({
  ...ONLINE_REVIEWS,
  code: 'review-rating',
  name: 'Review rating',
  meaning: 'Mean of the stars, 1 to 5, of reviews that give any; a bare “recommends” is not turned into stars.',
  source: 'Arithmetic mean; interval: Student’s t with three added answers, see libs/metrics/mean-interval.ts.',
  unit: 'stars',
  direction: 'higher',
  withholdSmall: true,
  scale: STARS_SCALE,
  firstSlot: REVIEW_SLOTS.stars,
});

/** Reviews of 4 or 5 stars among those that give stars. */
export const REVIEW_POSITIVE = shareMetric({
  ...ONLINE_REVIEWS,
  code: 'review-positive',
  name: 'Positive reviews',
  meaning: 'Percent of reviews with 4 or 5 stars, among those that give stars.',
  source: 'Top-two-box convention; interval: Wilson 1927.',
  direction: 'higher',
  withholdSmall: true,
  parts: ['reviews-positive', 'reviews-starred'],
  share: (counts) => ({
    successes: countBetween(counts, REVIEW_SLOTS.stars + 3, REVIEW_SLOTS.stars + 4),
    n: countBetween(counts, REVIEW_SLOTS.stars, REVIEW_SLOTS.stars + 4),
  }),
});

/** Reviews that we answered. */
export const REVIEW_REPLIED = shareMetric({
  ...ONLINE_REVIEWS,
  code: 'review-replied',
  name: 'Reviews replied to',
  meaning: 'Percent of the reviews published in the period that have had a reply since.',
  source: 'Plain share; interval: Wilson 1927.',
  direction: 'higher',
  withholdSmall: false,
  parts: ['reviews-replied', 'reviews'],
  share: (counts) => ({
    successes: countAt(counts, REVIEW_SLOTS.replied),
    n: countAt(counts, REVIEW_SLOTS.reviews),
  }),
});
