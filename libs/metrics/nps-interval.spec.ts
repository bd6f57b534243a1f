import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Z95 } from './normal.ts';
import { differenceOfNps, npsInterval, type NpsCounts, npsOf } from './nps-interval.ts';

const counts = (promoters: number, passives: number, detractors: number): NpsCounts => ({
  promoters,
  passives,
  detractors,
});
const anyCount = fc.integer({ min: 0, max: 100_000 });
const answers = fc
  .record({ promoters: anyCount, passives: anyCount, detractors: anyCount })
  .filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0);

describe('NPS', () => {
  it.each([
    [counts(50, 30, 20), 30, 14.051, 44.2],
    [counts(5, 3, 2), 30, -19.05, 65.2],
    [counts(10, 0, 0), 100, 47.5, 100],
    [counts(0, 0, 10), -100, -100, -47.5],
    [counts(1, 0, 0), 100, -48.5, 100],
    [counts(0, 0, 1), -100, -100, 48.5],
  ])('of %p', (seen, value, low, high) => {
    expect(npsOf(seen)).toBe(value);
    const interval = npsInterval(seen, Z95);
    expect(interval.low).toBeCloseTo(low, 2);
    expect(interval.high).toBeCloseTo(high, 2);
  });

  it('is null when nobody answered', () => {
    expect(npsOf(counts(0, 0, 0))).toBeNull();
    expect(differenceOfNps(counts(0, 0, 0), counts(1, 2, 3))).toBeNull();
  });

  it('lies within its interval, and the interval within −100 and 100', () => {
    fc.assert(
      fc.property(answers, (seen) => {
        const { low, high } = npsInterval(seen, Z95);
        const value = npsOf(seen) ?? NaN;
        expect(low).toBeGreaterThanOrEqual(-100);
        expect(low).toBeLessThanOrEqual(value);
        expect(high).toBeGreaterThanOrEqual(value);
        expect(high).toBeLessThanOrEqual(100);
        expect(high - low).toBeGreaterThan(0);
      }),
    );
  });

  it('mirrors when promoters and detractors change places', () => {
    fc.assert(
      fc.property(answers, ({ promoters, passives, detractors }) => {
        const one = npsInterval(counts(promoters, passives, detractors), Z95);
        const other = npsInterval(counts(detractors, passives, promoters), Z95);
        expect(other.low).toBeCloseTo(-one.high, 9);
      }),
    );
  });
});

describe('difference of two NPS', () => {
  it('is detected where the intervals say so', () => {
    const apart = differenceOfNps(counts(500, 300, 200), counts(400, 300, 300));
    expect(apart).toMatchObject({ difference: 20 });
    expect(apart?.low).toBeGreaterThan(0);
    expect(apart?.pValue).toBeLessThan(0.001);
    // Standard error of each mean .247, so of the difference .349: ten points are 0.3 of it.
    const noise = differenceOfNps(counts(5, 3, 2), counts(4, 4, 2));
    expect(noise?.low).toBeLessThan(0);
    expect(noise?.high).toBeGreaterThan(10);
    expect(noise?.pValue).toBeGreaterThan(0.5);
  });

  it('comes close to the plain two-sample test with many answers', () => {
    const found = differenceOfNps(counts(50_000, 30_000, 20_000), counts(49_500, 30_000, 20_500));
    // Standard errors: √((.7 − .09)/100000) and √((.7 − .0841)/100000).
    const error = 100 * Math.sqrt((0.61 + 0.6159) / 100_000);
    expect(found?.low).toBeCloseTo(1 - Z95 * error, 2);
    expect(found?.high).toBeCloseTo(1 + Z95 * error, 2);
  });

  it('turns round with its sides', () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const forth = differenceOfNps(a, b);
        const back = differenceOfNps(b, a);
        expect(back?.low).toBeCloseTo(-(forth?.high ?? NaN), 9);
        expect(back?.pValue).toBeCloseTo(forth?.pValue ?? NaN, 9);
      }),
    );
  });
});
