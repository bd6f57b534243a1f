import { COMPLAINT_SLOTS } from './complaint-counts.ts';
import { countMetric } from './count-metric.ts';
import { COMPLAINT_DIMENSIONS } from './dimensions-of-facts.ts';
import { differenceOfCounts } from './poisson.ts';
import { shareMetric } from './share-metric.ts';
import { countAt } from './slot-count.ts';

const COMPLAINTS = { facts: 'complaints', family: 'complaints', dimensions: COMPLAINT_DIMENSIONS } as const;

const { opened, closed, reopened } = COMPLAINT_SLOTS;

/** How many complaints came in. More of them is not worse care by itself: it may be a door that opens more easily. */
export const COMPLAINTS_OPENED = countMetric({
  ...COMPLAINTS,
  code: 'complaints-opened',
  name: 'Complaints received',
  meaning:
    'Number of complaints received in the period. More may mean that something went wrong, or that it became easier to complain.',
  source: 'NHS KO41a; change judged as of Poisson counts.',
  direction: 'neutral',
  parts: [[1, 'complaints-received', (counts) => countAt(counts, opened)]],
});

/** How many complaints wait for their answer at the end of the period. */
export const COMPLAINTS_OPEN = countMetric({
  ...COMPLAINTS,
  code: 'complaints-open',
  name: 'Complaints open',
  meaning:
    'Number of complaints at the end of the period whose patient has not been told the answer yet, reopened ones included.',
  source: 'Received and reopened less closed, from the first day on; change judged by what came against what went.',
  direction: 'lower',
  cumulative: true,
  parts: [
    [1, 'complaints-received', (counts) => countAt(counts, opened)],
    [1, 'complaints-reopened', (counts) => countAt(counts, reopened)],
    [-1, 'complaints-closed', (counts) => countAt(counts, closed)],
  ],
  // Both stocks contain the same past, so only what came and what went between them is left to chance.
  difference(now, then) {
    const between = (slot: number): number => Math.max(0, countAt(now, slot) - countAt(then, slot));
    return differenceOfCounts(between(opened) + between(reopened), between(closed));
  },
});

/** How many complaints were closed, that is: the patient was told. */
export const COMPLAINTS_CLOSED = countMetric({
  ...COMPLAINTS,
  code: 'complaints-closed',
  name: 'Complaints closed',
  meaning:
    'Number of closings in the period: the patient was told what came of it. A complaint that is reopened and closed again counts again.',
  source: 'Plain count; change judged as of Poisson counts.',
  direction: 'neutral',
  parts: [[1, 'complaints-closed', (counts) => countAt(counts, closed)]],
});

/** Receipt confirmed by the day the organisation promises. */
export const COMPLAINTS_ACKNOWLEDGED_IN_TIME = shareMetric({
  ...COMPLAINTS,
  code: 'complaints-acknowledged-in-time',
  name: 'Acknowledged in time',
  meaning:
    'Percent of complaints whose receipt was confirmed by the due day, among those due in the period. Today’s are not judged before the day is over.',
  source:
    'NHS complaints regulations 2009 (three working days, unless the organisation sets another term); interval: Wilson 1927.',
  direction: 'higher',
  settledDaysOnly: true,
  withholdSmall: false,
  parts: ['acknowledged-in-time', 'acknowledgement-due'],
  share: (counts) => ({
    successes: countAt(counts, COMPLAINT_SLOTS.acknowledgedInTime),
    n: countAt(counts, COMPLAINT_SLOTS.acknowledgementDue),
  }),
});

/** The patient told the answer by the day the organisation promises. */
export const COMPLAINTS_ANSWERED_IN_TIME = shareMetric({
  ...COMPLAINTS,
  code: 'complaints-answered-in-time',
  name: 'Answered in time',
  meaning:
    'Percent of complaints whose patient was told the answer by the due day, among those due in the period. Today’s are not judged before the day is over.',
  source: 'NHS KO41a, CMS 482.13(a)(2); interval: Wilson 1927.',
  direction: 'higher',
  settledDaysOnly: true,
  withholdSmall: false,
  parts: ['answered-in-time', 'answer-due'],
  share: (counts) => ({
    successes: countAt(counts, COMPLAINT_SLOTS.answeredInTime),
    n: countAt(counts, COMPLAINT_SLOTS.answerDue),
  }),
});
