import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Z95 } from './normal.ts';
import { quantileRanks } from './order-statistic-ranks.ts';
import { waitBinOf } from './wait-histogram.ts';
import { differenceOfWaitPercentiles, waitPercentile, waitPercentileEstimate } from './wait-percentile.ts';

function binsOf(waits: readonly number[]): number[] {
  const bins: number[] = [];
  for (const minutes of waits) {
    const bin = waitBinOf(minutes);
    while (bins.length <= bin) bins.push(0);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

/** The percentile of the waits themselves, as Postgres' percentile_cont interpolates it. */
function exactPercentile(sorted: readonly number[], q: number): number {
  const position = q * (sorted.length - 1);
  const before = sorted[Math.floor(position)] ?? NaN;
  const after = sorted[Math.ceil(position)] ?? NaN;
  return before + (position - Math.floor(position)) * (after - before);
}

const waits = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 300 }),
    fc.double({ min: -1.3, max: 11.3, noNaN: true }).map((log) => Math.exp(log)),
  ),
  { minLength: 1, maxLength: 300 },
);
const quantile = fc.constantFrom(0.5, 0.9, 0.95);

describe('a percentile of waits', () => {
  it('is within 2 % of that of the waits themselves', () => {
    fc.assert(
      fc.property(waits, quantile, (minutes, q) => {
        const sorted = [...minutes].sort((a, b) => a - b);
        const found = waitPercentile(binsOf(minutes), q) ?? NaN;
        expect(Math.abs(found / exactPercentile(sorted, q) - 1)).toBeLessThanOrEqual(0.02);
      }),
      { numRuns: 300 },
    );
  });

  it('has an interval that holds it, and the order statistics of the waits themselves', () => {
    fc.assert(
      fc.property(waits, quantile, (minutes, q) => {
        const sorted = [...minutes].sort((a, b) => a - b);
        const { value, n, low, high } = waitPercentileEstimate(binsOf(minutes), q);
        const ranks = quantileRanks(n, q)(Z95);
        expect(low ?? NaN).toBeLessThanOrEqual(value ?? NaN);
        expect(high ?? Infinity).toBeGreaterThanOrEqual(value ?? NaN);
        expect(low ?? NaN).toBeLessThanOrEqual(ranks.low === null ? 0 : (sorted[ranks.low - 1] ?? NaN));
        expect(high === null).toBe(ranks.high === null);
        if (ranks.high !== null) expect(high ?? NaN).toBeGreaterThanOrEqual(sorted[ranks.high - 1] ?? NaN);
      }),
      { numRuns: 300 },
    );
  });

  it('rises with the share asked for and does not care for the order of the waits', () => {
    fc.assert(
      fc.property(waits, (minutes) => {
        const bins = binsOf(minutes);
        const [median = NaN, p90 = NaN, p95 = NaN] = [0.5, 0.9, 0.95].map((q) => waitPercentile(bins, q) ?? NaN);
        expect(median).toBeLessThanOrEqual(p90);
        expect(p90).toBeLessThanOrEqual(p95);
        expect(binsOf([...minutes].reverse())).toEqual(bins);
      }),
    );
  });

  it.each([
    [[], 0.5, null],
    [[0, 0, 0], 0.5, 0],
    [[0, 0, 30, 30], 0.5, 15],
    [[30], 0.95, 30],
    [[11, 35, 35, 56, 58], 0.5, 35],
    [[11, 35, 35, 56, 58], 0.9, 57.2],
    [[100], 0.95, 98.718],
  ])('of %p at %p is %p', (minutes, q, expected) => {
    const found = waitPercentile(binsOf(minutes), q);
    if (expected === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(expected, 2);
  });

  it('has no upper end with too few waits to bound it', () => {
    const of = (n: number, q: number) => waitPercentileEstimate(binsOf(Array<number>(n).fill(20)), q).high;
    expect([of(5, 0.5), of(35, 0.9), of(71, 0.95)]).toEqual([null, null, null]);
    expect([of(6, 0.5), of(36, 0.9), of(72, 0.95)]).toEqual([20, 20, 20]);
  });
});

describe('difference of two medians', () => {
  const spread = (middle: number, n: number): number[] =>
    Array.from({ length: n }, (_, i) => middle * 2 ** ((2 * i) / n - 1));

  it('is called when the waits moved, and not when they wobble', () => {
    const moved = differenceOfWaitPercentiles(binsOf(spread(40, 200)), binsOf(spread(25, 200)), 0.5);
    expect(moved?.difference).toBeCloseTo(15, 0);
    expect(moved?.low).toBeGreaterThan(0);
    expect(moved?.pValue).toBeLessThan(0.001);
    const wobble = differenceOfWaitPercentiles(binsOf(spread(26, 50)), binsOf(spread(25, 50)), 0.5);
    expect(wobble?.low).toBeLessThan(0);
    expect(wobble?.pValue).toBeGreaterThan(0.05);
  });

  it('is never called when it is finer than the bins', () => {
    const now = [...Array<number>(waitBinOf(101)).fill(0), 1_000_000];
    const then = [...Array<number>(waitBinOf(100)).fill(0), 1_000_000];
    const { low = NaN, pValue = NaN } = differenceOfWaitPercentiles(now, then, 0.5) ?? {};
    expect(low).toBe(0);
    expect(pValue).toBe(1);
  });

  it('is null with too few waits, or none', () => {
    expect(differenceOfWaitPercentiles(binsOf([20, 30, 40]), binsOf(spread(25, 50)), 0.5)).toBeNull();
    expect(differenceOfWaitPercentiles([], binsOf(spread(25, 50)), 0.5)).toBeNull();
    expect(differenceOfWaitPercentiles(binsOf(spread(30, 60)), binsOf(spread(25, 60)), 0.95)).toBeNull();
  });

  it('turns round with its sides, and its p-value agrees with its interval', () => {
    fc.assert(
      fc.property(waits, waits, (a, b) => {
        const forth = differenceOfWaitPercentiles(binsOf(a), binsOf(b), 0.5);
        const back = differenceOfWaitPercentiles(binsOf(b), binsOf(a), 0.5);
        expect(back === null).toBe(forth === null);
        if (forth === null || back === null) return;
        expect(back.low).toBeCloseTo(-forth.high, 6);
        expect(back.pValue).toBeCloseTo(forth.pValue, 9);
        if (forth.pValue < 0.0499) expect(forth.low > 0 || forth.high < 0).toBe(true);
        if (forth.pValue > 0.0501) expect(forth.low <= 0 && forth.high >= 0).toBe(true);
      }),
    );
  });
});
