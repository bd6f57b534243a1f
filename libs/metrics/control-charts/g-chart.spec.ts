import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { roundingOf, tamed } from './exact-mean.ts';
import { gChart } from './g-chart.ts';

describe('a g-chart', () => {
  // ḡ = 8: 3√(8 · 9) = 25.4558.
  it('by hand: a mean of 8 cases reaches from 0 to 33.46', () => {
    const chart = gChart([2, 14, 8, 0, 16]);
    expect(chart.centre).toBe(8);
    expect(chart.points[0]).toEqual({ value: 2, lower: 0, upper: expect.closeTo(33.4558, 4), outside: null });
  });

  it('marks what has become rarer than its baseline', () => {
    const chart = gChart([7, 9, 7, 9, 7, 9, 33, 34, 0], { first: 0, last: 5 });
    expect(chart.points.map(({ outside }) => outside)).toEqual([...Array<null>(7).fill(null), 'high', null]);
  });

  it('of one event after the other has limits of no width', () => {
    expect(gChart([0, 0, 0]).points[1]).toEqual({ value: 0, lower: 0, upper: 0, outside: null });
  });

  it('of nothing has no limits', () => {
    expect(gChart([])).toEqual({ centre: null, points: [] });
    expect(gChart([5], { first: 3, last: 4 })).toEqual({
      centre: null,
      points: [{ value: 5, lower: null, upper: null, outside: null }],
    });
  });
});

it('holds its centre between its limits, whatever is counted and in whatever order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (given) => {
      const { centre, points } = gChart(given);
      expect(points).toHaveLength(given.length);
      expect(points[0]?.lower).toBeLessThanOrEqual(centre ?? NaN);
      expect(points[0]?.upper).toBeGreaterThanOrEqual(centre ?? NaN);
      expect(Math.abs((gChart([...given].reverse()).centre ?? NaN) - (centre ?? NaN))).toBeLessThanOrEqual(
        roundingOf(tamed(given)),
      );
    }),
  );
});
