import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differenceOfShares } from './newcombe.ts';

const share = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.record({ successes: fc.integer({ min: 0, max: n }), n: fc.constant(n) }));

describe('difference of two shares', () => {
  // The worked examples (a), (f) and (g) of Newcombe's paper, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%p of %p against %p of %p', (x, n, y, m, low, high) => {
    const found = differenceOfShares({ successes: x, n }, { successes: y, n: m });
    expect(found?.low).toBeCloseTo(low, 4);
    expect(found?.high).toBeCloseTo(high, 4);
  });

  it('turns round with its sides', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const forth = differenceOfShares(a, b);
        const back = differenceOfShares(b, a);
        expect(back?.difference).toBeCloseTo(-(forth?.difference ?? NaN), 12);
        expect(back?.low).toBeCloseTo(-(forth?.high ?? NaN), 12);
        expect(back?.pValue).toBeCloseTo(forth?.pValue ?? NaN, 12);
      }),
    );
  });

  it('contains what was seen, and its p-value agrees with its interval', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const { difference = NaN, low = NaN, high = NaN, pValue = NaN } = differenceOfShares(a, b) ?? {};
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(pValue).toBeGreaterThanOrEqual(0);
        expect(pValue).toBeLessThanOrEqual(1);
        if (pValue < 0.0499) expect(low > 0 || high < 0).toBe(true);
        if (pValue > 0.0501) expect(low <= 0 && high >= 0).toBe(true);
      }),
    );
  });

  it('sees no difference in equal shares, and a certain one in millions of answers', () => {
    expect(differenceOfShares({ successes: 8, n: 10 }, { successes: 80, n: 100 })?.pValue).toBe(1);
    expect(differenceOfShares({ successes: 9e5, n: 1e6 }, { successes: 8e5, n: 1e6 })?.pValue).toBe(0);
  });

  it('is null where nobody answered', () => {
    expect(differenceOfShares({ successes: 0, n: 0 }, { successes: 8, n: 10 })).toBeNull();
  });
});
