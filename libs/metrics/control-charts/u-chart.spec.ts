import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { uChart } from './u-chart.ts';

const limitsOf = (chart: ReturnType<typeof uChart>) => chart.points.map(({ lower, upper }) => [lower, upper]);

describe('a u-chart', () => {
  // Montgomery's flawed circuit boards: 516 nonconformities in 26 units give 19.85 between 6.48 and 33.22.
  it('has the limits of the published example of 26 units with 516 nonconformities', () => {
    const chart = uChart(Array.from({ length: 26 }, (_, index) => ({ count: index < 22 ? 20 : 19, exposure: 1 })));
    expect(chart.centre).toBeCloseTo(19.85, 2);
    expect(chart.points[0]?.lower).toBeCloseTo(6.48, 2);
    expect(chart.points[0]?.upper).toBeCloseTo(33.21, 1);
  });

  // ū = 24/1200 = .02. At 300 visits 3√(.02/300) = .024495, at 100 it is .042426, at 800 it is .015.
  it('by hand: limits go with each period’s own exposure, and not below 0', () => {
    const chart = uChart([
      { count: 6, exposure: 300 },
      { count: 7, exposure: 100 },
      { count: 11, exposure: 800 },
    ]);
    expect(chart.centre).toBe(0.02);
    expect(chart.points.map(({ lower }) => lower)).toEqual([0, 0, expect.closeTo(0.005, 9)]);
    expect(chart.points.map(({ upper }) => upper)).toEqual([
      expect.closeTo(0.044495, 6),
      expect.closeTo(0.062426, 6),
      expect.closeTo(0.035, 9),
    ]);
    expect(chart.points.map(({ outside }) => outside)).toEqual([null, 'high', null]);
  });

  it('judges what comes after a baseline by that baseline alone', () => {
    const calm = Array.from({ length: 12 }, () => ({ count: 10, exposure: 1000 }));
    const chart = uChart([...calm, { count: 21, exposure: 1000 }, { count: 0, exposure: 1000 }], {
      first: 0,
      last: 11,
    });
    expect(chart.centre).toBe(0.01);
    expect(chart.points.slice(12).map(({ outside }) => outside)).toEqual(['high', 'low']);
  });

  it('of nothing, or of no exposure, has no centre and no limits', () => {
    expect(uChart([])).toEqual({ centre: null, points: [] });
    const nothing = { value: null, lower: null, upper: null, outside: null };
    expect(uChart([{ count: 0, exposure: 0 }])).toEqual({ centre: null, points: [nothing] });
    expect(uChart([{ count: 3, exposure: 9 }, { count: 0, exposure: 0 }]).points[1]).toEqual(nothing); // prettier-ignore
  });

  it('without events is 0 with limits of no width', () => {
    expect(uChart([{ count: 0, exposure: 50 }]).points).toEqual([{ value: 0, lower: 0, upper: 0, outside: null }]);
  });
});

const periods = fc.array(
  fc.record({
    count: fc.nat({ max: 1_000_000 }),
    exposure: fc.oneof(fc.constant(0), fc.double({ min: 0.01, max: 1e9, noNaN: true })),
  }),
  { maxLength: 30 },
);

describe('whatever is counted', () => {
  it('limits are numbers about the centre, closer the more was exposed', () => {
    fc.assert(
      fc.property(periods, (given) => {
        const chart = uChart(given);
        const sorted = given
          .map(({ exposure }, index) => ({ exposure, upper: chart.points[index]?.upper ?? null }))
          .filter(({ upper }) => upper !== null)
          .sort((a, b) => a.exposure - b.exposure)
          .map(({ upper }) => upper ?? NaN);
        sorted.forEach((upper, index) => {
          expect(upper).toBeGreaterThanOrEqual(chart.centre ?? NaN);
          if (index > 0) expect(upper).toBeLessThanOrEqual(sorted[index - 1] ?? NaN);
        });
        expect(JSON.stringify(limitsOf(chart))).not.toContain('NaN');
      }),
    );
  });

  it('the order of periods does not matter', () => {
    fc.assert(
      fc.property(periods, (given) => {
        const turned = uChart([...given].reverse());
        turned.points.reverse();
        uChart(given).points.forEach(({ upper, outside }, index) => {
          expect(turned.points[index]?.outside).toBe(outside);
          if (upper !== null)
            expect((turned.points[index]?.upper ?? NaN) / (upper || 1)).toBeCloseTo(upper === 0 ? 0 : 1, 9);
        });
      }),
    );
  });
});
