import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { laneyPChart, pChart } from './p-chart.ts';

describe('a p-chart', () => {
  // Montgomery's orange juice cans: 347 of 30 samples of 50 are nonconforming: .2313, between .0524 and .4102.
  it('has the limits of the published example', () => {
    const cans = Array.from({ length: 30 }, (_, index) => ({ x: index < 17 ? 12 : 11, n: 50 }));
    const { centre, points } = pChart(cans);
    expect(centre).toBeCloseTo(0.2313, 4);
    expect(points[0]?.lower).toBeCloseTo(0.0524, 4);
    expect(points[0]?.upper).toBeCloseTo(0.4102, 4);
  });

  // p̄ = .9, σ = .3/√n: at 25 it is .06, at 100 it is .03, at 225 it is .02.
  it('by hand: limits go with each week’s own replies, within 0 and 1', () => {
    const { centre, points } = pChart([
      { x: 25, n: 25 },
      { x: 80, n: 100 },
      { x: 210, n: 225 },
    ]);
    expect(centre).toBe(0.9);
    expect(points.map(({ lower }) => lower)).toEqual([0.72, 0.81, 0.84].map((lower) => expect.closeTo(lower, 9)));
    expect(points.map(({ upper }) => upper)).toEqual([1, 0.99, 0.96].map((upper) => expect.closeTo(upper, 9)));
    expect(points.map(({ outside }) => outside)).toEqual([null, 'low', null]);
  });

  it('of nothing has no limits, and none where nobody replied', () => {
    expect(pChart([])).toEqual({ centre: null, spread: null, points: [] });
    expect(pChart([{ x: 0, n: 0 }]).points[0]).toEqual({ value: null, lower: null, upper: null, outside: null });
    expect(pChart([{ x: 3, n: 4 }], { first: 5, last: 6 }).points[0]?.value).toBe(0.75);
  });
});

describe('Laney’s p′', () => {
  // p̄ = .5, n 100: σ = .05. Shares .45, .55, … are z = −1, 1, …: moving ranges of 2, σz = 2/1.128 = 1.77305.
  it('by hand: limits widen by what the shares vary over chance', () => {
    const { spread, points } = laneyPChart(
      Array.from({ length: 12 }, (_, i) => ({ x: i % 2 === 0 ? 45 : 55, n: 100 })),
    );
    expect(spread).toBeCloseTo(1.77305, 5);
    expect(points[0]?.lower).toBeCloseTo(0.5 - 0.265957, 6);
    expect(points[0]?.upper).toBeCloseTo(0.5 + 0.265957, 6);
  });

  // Two million replies a week: σ = .000212, z = ∓9.428, σz = 18.856/1.128 = 16.717, limits .9 ∓ .010638.
  it('does not mark every week of very many replies, as the plain chart does', () => {
    const weeks = Array.from({ length: 12 }, (_, i) => ({ x: i % 2 === 0 ? 1_796_000 : 1_804_000, n: 2_000_000 }));
    expect(laneyPChart(weeks).points[0]?.lower).toBeCloseTo(0.9 - 0.010638, 6);
    expect(laneyPChart(weeks).points.every(({ outside }) => outside === null)).toBe(true);
    expect(pChart(weeks).points.map(({ outside }) => outside)).toEqual(
      weeks.map((_, i) => (i % 2 === 0 ? 'low' : 'high')),
    );
  });

  it('of one week has a value and no limits; of weeks that are all alike, limits of no width', () => {
    expect(laneyPChart([{ x: 3, n: 4 }]).points).toEqual([{ value: 0.75, lower: null, upper: null, outside: null }]);
    expect(laneyPChart([{ x: 3, n: 4 }, { x: 3, n: 4 }]).points[0]).toMatchObject({ lower: 0.75, upper: 0.75, outside: null }); // prettier-ignore
    expect(laneyPChart([{ x: 9, n: 9 }, { x: 4, n: 4 }]).points[1]).toMatchObject({ lower: 1, upper: 1, outside: null }); // prettier-ignore
  });
});

const weeks = fc.array(
  fc.nat({ max: 3000 }).chain((n) => fc.nat({ max: n }).map((x) => ({ x, n }))),
  { maxLength: 40 },
);

describe.each([
  ['plain', pChart],
  ['Laney', laneyPChart],
])('%s, whatever was answered', (_, chart) => {
  it('limits are numbers within 0 and 1, about the centre', () => {
    fc.assert(
      fc.property(weeks, (given) => {
        const { centre, points } = chart(given);
        for (const { lower, upper } of points) {
          if (lower === null || upper === null) continue;
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(centre ?? NaN);
          expect(upper).toBeGreaterThanOrEqual(centre ?? NaN);
        }
        expect(centre === null).toBe(!given.some(({ n }) => n > 0));
      }),
    );
  });

  it('high and low change places when yes and no do, and nothing else when the weeks are turned round', () => {
    fc.assert(
      fc.property(weeks, (given) => {
        const outside = chart(given).points.map((point) => point.outside);
        const turned = chart(given.map(({ x, n }) => ({ x: n - x, n }))).points.map((point) => point.outside);
        expect(turned).toEqual(outside.map((side) => (side === null ? null : side === 'high' ? 'low' : 'high')));
        expect(
          chart([...given].reverse())
            .points.map((point) => point.outside)
            .reverse(),
        ).toEqual(outside);
      }),
    );
  });
});
