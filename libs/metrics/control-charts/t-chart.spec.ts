import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tChart } from './t-chart.ts';

/** Hours between failures of a valve, and their transforms as printed (by a power of .2777, of which 1/3.6 is the exact form). */
const VALVES: readonly [number, number][] = [
  [286, 4.80986],
  [948, 6.70903],
  [536, 5.7265],
  [124, 3.81367],
  [816, 6.43541],
  [729, 6.23705],
  [4, 1.46958],
  [143, 3.96768],
  [431, 5.39007],
  [8, 1.78151],
];

describe('a t-chart', () => {
  it('is reckoned from the transforms of Montgomery’s example', () => {
    const transforms = VALVES.map(([, transform]) => transform);
    const mean = transforms.reduce((sum, value) => sum + value, 0) / transforms.length;
    const ranges = transforms.slice(1).map((value, index) => Math.abs(value - (transforms[index] ?? 0)));
    const range = ranges.reduce((sum, value) => sum + value, 0) / ranges.length;
    const chart = tChart(VALVES.map(([hours]) => hours));
    expect((chart.centre ?? NaN) / mean ** 3.6).toBeCloseTo(1, 2);
    expect((chart.points[0]?.upper ?? NaN) / (mean + 2.66 * range) ** 3.6).toBeCloseTo(1, 2);
    expect(chart.points[0]?.lower).toBe(0);
    expect(chart.points.every(({ outside }) => outside === null)).toBe(true);
  });

  // Times of 2^3.6 and 3^3.6 have the transforms 2 and 3: centre 2.5, limits 2.5 ∓ 2.66, brought back −.16 → 0 and 5.16.
  it('by hand: transforms of 2 and 3', () => {
    const [two, three] = [2 ** 3.6, 3 ** 3.6];
    const { centre, points } = tChart([two, three, two, three]);
    expect(centre).toBeCloseTo(2.5 ** 3.6, 9);
    expect(points[0]?.lower).toBe(0);
    expect(points[0]?.upper).toBeCloseTo(5.16 ** 3.6, 9);
  });

  // Transforms of 10 and 11: limits 10.5 ∓ 2.66, which leaves room below: 7.84 and 13.16.
  it('marks what has become rarer, and what comes more often', () => {
    const steady = [10, 11, 10, 11, 10, 11].map((transform) => transform ** 3.6);
    const { points } = tChart([...steady, 13.2 ** 3.6, 7.8 ** 3.6, 13.1 ** 3.6], { first: 0, last: 5 });
    expect(points.slice(6).map(({ outside }) => outside)).toEqual(['high', 'low', null]);
  });

  it('of one time or none has no limits; of equal times limits of no width', () => {
    expect(tChart([])).toEqual({ centre: null, points: [] });
    expect(tChart([32]).points).toEqual([{ value: 32, lower: null, upper: null, outside: null }]);
    expect(tChart([1, 1, 1]).points[2]).toEqual({ value: 1, lower: 1, upper: 1, outside: null });
    expect(tChart([0, 0]).points[1]).toEqual({ value: 0, lower: 0, upper: 0, outside: null });
  });
});

const times = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 30 });

it('has limits that are numbers, in order, whatever was measured', () => {
  fc.assert(
    fc.property(times, (given) => {
      const { centre, points } = tChart(given);
      for (const { lower, upper } of points) {
        if (lower === null || upper === null) continue;
        expect(Number.isFinite(upper)).toBe(true);
        expect(lower).toBeLessThanOrEqual(centre ?? NaN);
        expect(upper).toBeGreaterThanOrEqual(centre ?? NaN);
      }
      expect(centre === null).toBe(given.length === 0);
    }),
  );
});

it('writes the same limits in any unit of time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 30 }), (days) => {
      const [inDays, inHours] = [tChart(days), tChart(days.map((day) => day * 24))];
      expect((inHours.points[0]?.upper ?? NaN) / (inDays.points[0]?.upper ?? NaN)).toBeCloseTo(24, 6);
    }),
  );
});
