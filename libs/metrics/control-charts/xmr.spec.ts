import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Direction, Signal } from '../vocabulary.ts';
import { xmrChart, type XmrOptions } from './xmr.ts';

const NHS_R = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];
/** Twelve points about 10: limits 7.34 and 12.66. */
const STEADY = [9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5, 9.5, 10.5];
const FROZEN = [{ first: 0, last: 11 }];
const causes = (values: readonly number[], options: Partial<XmrOptions> = {}) =>
  xmrChart(values, { direction: 'higher', ...options }).points.map(({ cause }) => cause);

describe('the published example', () => {
  it.each([true, false])('has its fifth point outside and the rest common cause, screened: %p', (screening) => {
    expect(causes(NHS_R, { screening })).toEqual(NHS_R.map((_, index) => (index === 4 ? 'outside' : 'common-cause')));
  });
});

describe('the icon for variation is that of the last point', () => {
  it.each<[string, number, Direction, Signal]>([
    ['high, higher is better', 13, 'higher', 'improvement'],
    ['low, higher is better', 7, 'higher', 'concern'],
    ['high, lower is better', 13, 'lower', 'concern'],
    ['low, lower is better', 7, 'lower', 'improvement'],
    ['high, neither is', 13, 'neutral', 'high'],
    ['low, neither is', 7, 'neutral', 'low'],
    ['within', 10.4, 'higher', 'common-cause'],
  ])('%s', (_, last, direction, variation) => {
    expect(xmrChart([...STEADY, last], { direction, baselines: FROZEN }).variation).toBe(variation);
  });

  it('and not that of the points before it', () => {
    expect(xmrChart([...STEADY, 13, 9.9], { direction: 'higher', baselines: FROZEN }).variation).toBe('common-cause');
  });
});

describe('the icon for assurance is the target against the last limits', () => {
  it.each<[number | null, Direction, string | null]>([
    [7, 'higher', 'consistently-passing'],
    [13, 'higher', 'consistently-failing'],
    [7, 'lower', 'consistently-failing'],
    [13, 'lower', 'consistently-passing'],
    [10, 'higher', 'hit-or-miss'],
    [12.6, 'lower', 'hit-or-miss'],
    [10, 'neutral', null],
    [null, 'higher', null],
  ])('a target of %p, %s is better: %s', (target, direction, assurance) => {
    expect(xmrChart(STEADY, { direction, target }).assurance).toBe(assurance);
  });

  it('on a limit is hit or miss, and without limits none', () => {
    expect(xmrChart([5, 5, 5], { direction: 'higher', target: 5 }).assurance).toBe('hit-or-miss');
    expect(xmrChart([5], { direction: 'higher', target: 3 }).assurance).toBeNull();
  });
});

describe('a baseline', () => {
  it('that is frozen does not take in what comes after it', () => {
    const shifted = [...STEADY, 14, 15, 14, 15, 14, 15, 14, 15];
    expect(causes(shifted, { baselines: FROZEN }).slice(12)).toEqual(Array<string>(8).fill('outside'));
    expect(causes(shifted)).not.toEqual(causes(shifted, { baselines: FROZEN }));
  });

  it('that is moved begins anew, with limits of its own and no run over its beginning', () => {
    const after = STEADY.map((value) => value + 3);
    const values = [...STEADY, 10.2, 10.1, 10.2, 10.1, 13.2, ...after];
    const chart = xmrChart(values, { direction: 'higher', baselines: [...FROZEN, { first: 16, last: 28 }] });
    expect(chart.stretches.map(({ from, to }) => [from, to])).toEqual([
      [0, 15],
      [16, 28],
    ]);
    expect(chart.stretches[1]?.limits.centre).toBeCloseTo(13.02, 2);
    expect(chart.points.every(({ cause }) => cause === 'common-cause')).toBe(true);
  });

  it('of fewer than 12 points is on trial, which is the last one’s matter', () => {
    expect(xmrChart(STEADY.slice(1), { direction: 'higher' }).trial).toBe(true);
    expect(xmrChart(STEADY, { direction: 'higher' }).trial).toBe(false);
    const rebased = [...FROZEN, { first: 12, last: 14 }];
    expect(xmrChart([...STEADY, 13, 14, 13], { direction: 'higher', baselines: rebased }).trial).toBe(true);
  });

  it.each([
    ['beyond the series', [{ first: 40, last: 50 }], [[0, 11]]],
    ['that ends before it begins', [{ first: 5, last: 2 }], [[0, 11]]],
    ['that reaches beyond the end', [{ first: 2, last: 99 }], [[0, 11]]],
    [
      'in no order',
      [
        { first: 6, last: 11 },
        { first: 0, last: 5 },
      ],
      [
        [0, 5],
        [6, 11],
      ],
    ],
    [
      'given twice',
      [
        { first: 0, last: 5 },
        { first: 0, last: 11 },
      ],
      [[0, 11]],
    ],
  ])('%s is brought to where it fits', (_, baselines, stretches) => {
    const chart = xmrChart(STEADY, { direction: 'higher', baselines });
    expect(chart.stretches.map(({ from, to }) => [from, to])).toEqual(stretches);
    expect(chart.points).toHaveLength(12);
  });
});

describe('a short series', () => {
  it('of nothing has no icon', () => {
    expect(xmrChart([], { direction: 'higher', target: 5 })).toEqual({
      points: [],
      stretches: [],
      variation: null,
      assurance: null,
      trial: false,
    });
  });

  it.each([[[7]], [[6, 8]], [[5, 5]], [Array<number>(20).fill(0.7)]])('%j varies by common cause', (values) => {
    const chart = xmrChart(values, { direction: 'lower' });
    expect(chart.variation).toBe('common-cause');
    expect(chart.trial).toBe(values.length < 12);
  });
});

describe('whatever was measured', () => {
  it('there is a point for each value, and no limit that is not a number', () => {
    const values = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 30 });
    const range = fc.record({ first: fc.integer({ min: -3, max: 35 }), last: fc.integer({ min: -3, max: 35 }) });
    fc.assert(
      fc.property(values, fc.array(range, { maxLength: 4 }), fc.boolean(), (given, baselines, screening) => {
        const chart = xmrChart(given, { direction: 'higher', baselines, screening, target: 3 });
        expect(chart.points.map(({ value }) => value)).toEqual(given);
        expect(JSON.stringify(chart.stretches)).not.toContain('NaN');
        for (const { limits } of chart.stretches) {
          expect(Number.isNaN((limits.lower ?? 0) + (limits.upper ?? 0) + limits.centre)).toBe(false);
        }
        expect(chart.variation === null).toBe(given.length === 0);
      }),
    );
  });

  it('better and worse change places with the direction', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 40 }), (values) => {
        const [up, down] = (['higher', 'lower'] as const).map((direction) =>
          xmrChart(values, { direction, target: 4 }),
        );
        const other = { improvement: 'concern', concern: 'improvement' } as Partial<Record<Signal, Signal>>;
        const swapped = up?.points.map(({ variation }) => other[variation] ?? variation);
        expect(down?.points.map(({ variation }) => variation)).toEqual(swapped);
      }),
    );
  });
});
