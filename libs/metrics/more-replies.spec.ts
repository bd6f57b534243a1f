import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CSAT, MEAN_SCORE } from './csat.metric.ts';
import { moreReplies, repliesUntil } from './more-replies.ts';
import { differenceOfShares } from './newcombe.ts';
import { NPS } from './nps.metric.ts';
import { RESPONSES } from './responses.metric.ts';
import { WAIT_SLOTS } from './wait-counts.ts';
import { waitBinOf } from './wait-histogram.ts';
import { WAIT_MEDIAN, WAIT_P95 } from './wait-percentile.metric.ts';

const csat = (satisfied: number, n: number): number[] => [n - satisfied, 0, 0, 0, satisfied];
type NpsAnswers = readonly [promoters: number, passives: number, detractors: number];
const nps = ([promoters, passives, detractors]: NpsAnswers): number[] => [
  ...[detractors, 0, 0, 0, 0, 0, 0],
  ...[passives, 0, promoters, 0],
];
const waits = (minutes: readonly number[]): number[] => {
  const counts = new Array<number>(WAIT_SLOTS.bins + 200).fill(0);
  for (const wait of minutes) {
    const slot = WAIT_SLOTS.bins + waitBinOf(wait);
    counts[slot] = (counts[slot] ?? 0) + 1;
  }
  return counts;
};

describe('replies until 5 points are told', () => {
  // Counted one by one with a separate script after Newcombe 1998 and Rocks 2016: 472, 914, 756, 281 and 46 replies.
  it.each([
    [45, 50, 45, 50, 480],
    [30, 50, 45, 50, 920],
    [9, 10, 8, 10, 760],
    [180, 200, 170, 200, 290],
    [50, 50, 50, 50, 46],
    [900, 1000, 900, 1000, 0],
  ])('of CSAT %i of %i and %i of %i', (x, n, y, m, replies) => {
    expect(moreReplies(CSAT, csat(x, n), csat(y, m))).toEqual({ replies, difference: 5 });
  });

  // 3,544, 3,724 and 11,556.
  it.each([
    [[50, 30, 20], [50, 30, 20], 3600],
    [[5, 3, 2], [5, 3, 2], 3800],
    [[500, 300, 200], [40, 30, 30], 12_000],
  ] as const)('of NPS', (now, then, replies) => {
    expect(moreReplies(NPS, nps(now), nps(then))).toEqual({ replies, difference: 5 });
  });

  it('of a median wait are told in waits, where they are counted finely enough', () => {
    const spread = Array.from({ length: 40 }, (_, index) => 5 + index);
    expect(moreReplies(WAIT_MEDIAN, waits(spread), waits(spread))?.replies).toBeGreaterThan(50);
    const long = spread.map((minutes) => minutes * 40);
    expect(moreReplies(WAIT_MEDIAN, waits(long), waits(long))).toBeNull();
  });

  it('are not told where it cannot be said', () => {
    expect(moreReplies(CSAT, csat(0, 0), csat(45, 50))).toBeNull();
    expect(moreReplies(CSAT, csat(45, 50), [])).toBeNull();
    expect(moreReplies(WAIT_P95, waits([]), waits([]))).toBeNull();
    expect(moreReplies(RESPONSES, [50], [60])).toBeNull();
    expect(moreReplies(MEAN_SCORE, csat(45, 50), csat(40, 50))).toBeNull();
  });
});

const share = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.record({ n: fc.constant(n), successes: fc.nat(n) }));

describe('whatever was answered', () => {
  it('a finer difference takes no fewer replies, and the number would do', () => {
    fc.assert(
      fc.property(share, share, fc.double({ min: 0.01, max: 0.3, noNaN: true }), (a, b, target) => {
        const at = (factor: number) =>
          differenceOfShares(
            { n: a.n * factor, successes: a.successes * factor },
            { n: b.n * factor, successes: b.successes * factor },
          );
        const n = a.n + b.n;
        const coarse = repliesUntil(at, n, target * 1.5) ?? Infinity;
        const fine = repliesUntil(at, n, target) ?? Infinity;
        expect(coarse).toBeLessThanOrEqual(fine);
        if (fine === Infinity) return;
        const { low, high } = at(1 + fine / n) ?? { low: -1, high: 1 };
        expect((high - low) / 2).toBeLessThanOrEqual(target);
      }),
    );
  });

  it('sides may be exchanged, and it is a whole number of at most two digits or nothing', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [now, then] = [csat(a.successes, a.n), csat(b.successes, b.n)];
        const found = moreReplies(CSAT, now, then);
        expect(moreReplies(CSAT, then, now)).toEqual(found);
        expect(String(found?.replies ?? 0)).toMatch(/^\d\d?0*$/);
      }),
    );
  });

  it('it is an honest number of waits', () => {
    const some = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 60 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        const found = moreReplies(WAIT_MEDIAN, waits(a), waits(b));
        expect(found === null || (Number.isSafeInteger(found.replies) && found.replies >= 0)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
