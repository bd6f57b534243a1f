import { SURVEY_DIMENSIONS } from './dimensions-of-facts.ts';
import { shareMetric } from './share-metric.ts';
import { countBetween } from './slot-count.ts';

/** Ease: those who got what they needed without trouble, 6 or 7 of 7. */
export const EFFORT = shareMetric({
  code: 'effort',
  name: 'Ease',
  meaning:
    'Percent who found it easy to get what they needed: 6 or 7 on the scale from 1 (very hard) to 7 (very easy).',
  source: 'Customer effort score, top two of seven; interval: Wilson 1927.',
  facts: 'survey-responses',
  family: 'effort',
  direction: 'higher',
  dimensions: SURVEY_DIMENSIONS,
  withholdSmall: true,
  parts: ['easy', 'answered-effort'],
  share: (counts) => ({ successes: countBetween(counts, 5, 6), n: countBetween(counts, 0, 6) }),
});
