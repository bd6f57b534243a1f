import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WAIT_OUTCOMES } from '#domain/wait.ts';
import { METRICS } from './catalogue.ts';
import type { Metric, MetricContext } from './metric.ts';
import { addSurveyResponse, type SurveyAnswers } from './survey-counts.ts';
import { addWait, type CountedWait } from './wait-counts.ts';

const TARGET: MetricContext = { targetMinutes: 30 };
const RUNS = { numRuns: 60 };
const counts = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 12, maxLength: 90 });
const named = (metrics: readonly Metric[]) => metrics.map((metric) => [metric.code, metric] as const);
/** Means of something over those it rests on: everything but plain counts and percentiles. */
const MEANS = METRICS.filter(({ unit }) => unit !== 'count' && unit !== 'minutes');

const added = (a: readonly number[], b: readonly number[]): number[] =>
  Array.from({ length: Math.max(a.length, b.length) }, (_, slot) => (a[slot] ?? 0) + (b[slot] ?? 0));

/** Damaged counts, with more successes than there are, are cut; only whole ones add up. */
const isWhole = (metric: Metric, all: readonly number[][]): boolean =>
  all.every((seen) => {
    const { value } = metric.estimate(seen, TARGET);
    const [least, most] = metric.unit === 'percent' ? [0, 100] : [-Infinity, Infinity];
    return value !== null && value > least && value < most;
  });

describe.each(named(METRICS))('%s', (_, metric) => {
  it('turns its difference round with its sides', () => {
    fc.assert(
      fc.property(counts, counts, (now, then) => {
        const forth = metric.difference(now, then, TARGET);
        const back = metric.difference(then, now, TARGET);
        expect(back === null).toBe(forth === null);
        if (forth === null || back === null || metric.cumulative === true) return;
        expect(back.difference).toBeCloseTo(-forth.difference, 6);
        expect(back.low).toBeCloseTo(-forth.high, 5);
        expect(back.high).toBeCloseTo(-forth.low, 5);
        expect(back.pValue).toBeCloseTo(forth.pValue, 6);
      }),
      RUNS,
    );
  });

  it.each([
    ['nothing', []],
    ['zeros', new Array<number>(200).fill(0)],
    ['one in each slot by itself', null],
  ])('is a number or null, never NaN, of %s', (_name, given) => {
    const all =
      given === null
        ? Array.from({ length: 200 }, (_unused, slot) => [...new Array<number>(slot).fill(0), 1])
        : [given];
    for (const seen of all) {
      const { value, n, low, high } = metric.estimate(seen, TARGET);
      for (const number of [value, n, low, high]) expect(number === null || Number.isFinite(number)).toBe(true);
      const change = metric.difference(seen, [], TARGET);
      for (const number of Object.values(change ?? {})) expect(Number.isFinite(number)).toBe(true);
    }
  });
});

describe.each(named(MEANS))('%s', (_, metric) => {
  it('of two groups together lies between those of each', () => {
    fc.assert(
      fc.property(counts, counts, (a, b) => {
        if (!isWhole(metric, [a, b])) return;
        const [one = NaN, other = NaN, both = NaN] = [a, b, added(a, b)].map(
          (seen) => metric.estimate(seen, TARGET).value ?? NaN,
        );
        expect(both).toBeGreaterThanOrEqual(Math.min(one, other) - 1e-9);
        expect(both).toBeLessThanOrEqual(Math.max(one, other) + 1e-9);
      }),
      RUNS,
    );
  });

  it('of ten times as many is the same, and surer', () => {
    fc.assert(
      fc.property(counts, (seen) => {
        const few = metric.estimate(seen, TARGET);
        const many = metric.estimate(
          seen.map((count) => 10 * count),
          TARGET,
        );
        if (few.value === null || many.value === null) return expect(many.value).toBe(few.value);
        expect(many.value).toBeCloseTo(few.value, 9);
        const widthOf = ({ low, high }: typeof few): number => (high ?? NaN) - (low ?? NaN);
        expect(widthOf(many)).toBeLessThan(widthOf(few) + 1e-9);
      }),
      RUNS,
    );
  });
});

const orNull = (min: number, max: number) => fc.option(fc.integer({ min, max }));
const answers: fc.Arbitrary<SurveyAnswers> = fc.record({
  csat: orNull(1, 5),
  nps: orNull(0, 10),
  fft: orNull(1, 6),
  effort: orNull(1, 7),
  scores: fc.option(fc.array(orNull(1, 5), { maxLength: 8 })),
  hasComment: fc.boolean(),
});
const wait: fc.Arbitrary<CountedWait> = fc.record({
  outcome: fc.constantFrom(...WAIT_OUTCOMES.codes),
  waitMinutes: fc.option(fc.double({ min: 0, max: 2_000, noNaN: true })),
  promisedMinutes: orNull(5, 120),
});

describe.each([
  ['survey-responses', fc.array(answers, { maxLength: 40 }), addSurveyResponse],
  ['waits', fc.array(wait, { maxLength: 40 }), addWait],
] as const)('every metric of %s', (facts, rows, add) => {
  const counted = (all: readonly unknown[]): number[] => {
    const cell: number[] = [];
    for (const row of all) (add as (cell: number[], row: unknown, sign: 1 | -1) => void)(cell, row, 1);
    return cell;
  };

  it('is the same in whatever order rows and cells are counted', () => {
    fc.assert(
      fc.property(rows as fc.Arbitrary<unknown[]>, fc.integer({ min: 0, max: 40 }), (all, cut) => {
        const whole = counted(all);
        const inPieces = added(counted(all.slice(cut).reverse()), counted(all.slice(0, cut).reverse()));
        for (const metric of METRICS.filter((one) => one.facts === facts)) {
          expect(metric.estimate(inPieces, TARGET)).toEqual(metric.estimate(whole, TARGET));
        }
      }),
      RUNS,
    );
  });
});
