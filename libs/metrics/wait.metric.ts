import { countMetric } from './count-metric.ts';
import { WAIT_DIMENSIONS } from './dimensions-of-facts.ts';
import { shareMetric } from './share-metric.ts';
import { countAt, countBetween } from './slot-count.ts';
import { WAIT_SLOTS } from './wait-counts.ts';
import { upperEdgeOf, WAIT_BIN_COUNT, waitBinOf } from './wait-histogram.ts';

const WAIT_LOG = { facts: 'waits', family: 'waits', dimensions: WAIT_DIMENSIONS } as const;
const WAIT_SHARE = { ...WAIT_LOG, withholdSmall: true, halfBelievedAt: 25 } as const;

const LAST_BIN = WAIT_SLOTS.bins + WAIT_BIN_COUNT - 1;

/** How many waits began. */
export const WAITS = countMetric({
  ...WAIT_LOG,
  family: 'wait-outcomes',
  code: 'waits',
  name: 'Waits',
  meaning:
    'Number of waits that began in the period: arrivals, calls, messages, tests, bills, whether they are over or not.',
  source: 'Plain count.',
  direction: 'neutral',
  countsPeople: true,
  parts: [[1, 'waits-begun', (counts) => countAt(counts, WAIT_SLOTS.started)]],
});

/** Waits that ended within the target in force. */
export const WAIT_WITHIN_TARGET = shareMetric({
  ...WAIT_SHARE,
  code: 'wait-within-target',
  name: 'Within target',
  meaning:
    'Percent of patients seen (calls answered, messages replied to) within the target of that kind of wait, among those seen. Needs a kind of wait that has a target.',
  source: 'NHS four-hour standard, with the organisation’s own targets; interval: Wilson 1927.',
  direction: 'higher',
  parts: ['within-target', 'seen'],
  share(counts, { targetMinutes }) {
    if (targetMinutes === undefined || !(targetMinutes >= 0)) return null;
    return {
      successes: countBetween(counts, WAIT_SLOTS.bins, WAIT_SLOTS.bins + lastBinWithin(targetMinutes)),
      n: countBetween(counts, WAIT_SLOTS.bins, LAST_BIN),
    };
  },
});

/** The last bin that is wholly within a target: exact for round numbers of minutes, else never more than was kept. */
function lastBinWithin(targetMinutes: number): number {
  const bin = waitBinOf(targetMinutes);
  return upperEdgeOf(bin) <= targetMinutes ? bin : bin - 1;
}

/** Patients who gave up waiting. */
export const LEFT_WITHOUT_BEING_SEEN = shareMetric({
  ...WAIT_SHARE,
  family: 'wait-outcomes',
  code: 'left-without-being-seen',
  name: 'Left without being seen',
  meaning: 'Percent of all who began to wait (arrived, called, wrote) and left before they were seen or answered.',
  source: 'CMS OP-22; interval: Wilson 1927.',
  direction: 'lower',
  parts: ['left', 'waits-begun'],
  share: (counts) => ({ successes: countAt(counts, WAIT_SLOTS.left), n: countAt(counts, WAIT_SLOTS.started) }),
});

/** Patients seen by the time they had been told. */
export const WAIT_WITHIN_PROMISE = shareMetric({
  ...WAIT_SHARE,
  family: 'wait-outcomes',
  code: 'wait-within-promise',
  name: 'Promise kept',
  meaning:
    'Percent seen within the time they had been told, among waits with a promise whose outcome is known: those seen, and those who left after the promised time had run out.',
  source: 'Promised against actual wait; interval: Wilson 1927.',
  direction: 'higher',
  parts: ['within-promise', 'promised'],
  share: (counts) => ({
    successes: countAt(counts, WAIT_SLOTS.withinPromise),
    n: countAt(counts, WAIT_SLOTS.promised),
  }),
});
