import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CSAT_SCALE } from '#domain/scale.ts';
import { differenceOfMeans, meanInterval } from './mean-interval.ts';

const scores = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 5, maxLength: 5 })
  .filter((counts) => counts.some((count) => count > 0));

describe('mean of scores', () => {
  // Worked by hand for ten fives: mean of the thirteen 59/13, variance 15.2308/12, t(12) = 2.1788.
  it.each([
    [[0, 0, 0, 0, 10], 5, 3.8577, 5],
    [[10, 0, 0, 0, 0], 1, 1, 2.1423],
    [[0, 0, 10, 0, 0], 3, 2.5729, 3.4271],
  ])('of %p', (counts, mean, low, high) => {
    const found = meanInterval(counts, CSAT_SCALE);
    expect(found?.mean).toBe(mean);
    expect(found?.low).toBeCloseTo(low, 3);
    expect(found?.high).toBeCloseTo(high, 3);
  });

  it('comes to the textbook interval with many answers', () => {
    const found = meanInterval([0, 5000, 0, 5000, 0], CSAT_SCALE);
    expect(found?.mean).toBe(3);
    expect(found?.high).toBeCloseTo(3 + 1.96 / Math.sqrt(10_000), 4);
  });

  it('lies within an interval that has a width, on the scale', () => {
    fc.assert(
      fc.property(scores, (counts) => {
        const { mean = NaN, low = NaN, high = NaN } = meanInterval(counts, CSAT_SCALE) ?? {};
        expect(low).toBeGreaterThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(mean);
        expect(high).toBeGreaterThanOrEqual(mean);
        expect(high).toBeLessThanOrEqual(5);
        expect(high - low).toBeGreaterThan(0);
      }),
    );
  });

  it('is null when nobody answered', () => {
    expect(meanInterval([], CSAT_SCALE)).toBeNull();
    expect(differenceOfMeans([0, 0, 0, 0, 0], [1, 1, 1, 1, 1], CSAT_SCALE)).toBeNull();
  });
});

describe('difference of two means', () => {
  it('is Welch’s with many answers', () => {
    const found = differenceOfMeans([0, 6000, 0, 4000, 0], [0, 5000, 0, 5000, 0], CSAT_SCALE);
    const error = Math.sqrt((0.96 + 1) / 10_000);
    expect(found?.difference).toBeCloseTo(-0.2, 12);
    expect(found?.low).toBeCloseTo(-0.2 - 1.96 * error, 3);
    expect(found?.pValue).toBeLessThan(1e-40);
  });

  it('does not call five fives against five fours a change', () => {
    const found = differenceOfMeans([0, 0, 0, 0, 5], [0, 0, 0, 5, 0], CSAT_SCALE);
    expect(found?.difference).toBe(1);
    expect(found?.low).toBeLessThan(0);
    expect(found?.pValue).toBeGreaterThan(0.05);
  });

  it('turns round with its sides, and its p-value agrees with its interval', () => {
    fc.assert(
      fc.property(scores, scores, (a, b) => {
        const forth = differenceOfMeans(a, b, CSAT_SCALE);
        const back = differenceOfMeans(b, a, CSAT_SCALE);
        const { low = NaN, high = NaN, pValue = NaN } = forth ?? {};
        expect(back?.low).toBeCloseTo(-high, 9);
        expect(back?.pValue).toBeCloseTo(pValue, 9);
        if (pValue < 0.0499) expect(low > 0 || high < 0).toBe(true);
        if (pValue > 0.0501) expect(low <= 0 && high >= 0).toBe(true);
      }),
    );
  });
});
