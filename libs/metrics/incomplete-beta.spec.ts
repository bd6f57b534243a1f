import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { incompleteBeta, logGamma } from './incomplete-beta.ts';

describe('the regularised incomplete beta function', () => {
  it.each([
    [0.3, 2, 5, 0.579825],
    [0.5, 0.5, 0.5, 0.5],
    [0.01, 0.1, 3, 0.7274341927166094],
    [0.89876, 13, 8, 0.9995478092051686],
    [0.999, 3, 0.2, 0.6685414839010846],
    [0.9, 1800, 200, 0.4920698111380307],
    [0.1, 1e5, 9e5, 0.5003546154275595],
    [0.5, 1e6, 1_002_000, 0.9212467060380037],
  ])('I(%p; %p, %p)', (x, a, b, expected) => {
    expect(incompleteBeta(x, a, b)).toBeCloseTo(expected, 11);
  });

  it('is 1 as a vanishes and 0 as b vanishes', () => {
    expect([incompleteBeta(0.4, 0, 2), incompleteBeta(0.4, 2, 0)]).toEqual([1, 0]);
    expect([incompleteBeta(0, 1, 2), incompleteBeta(1, 1, 2)]).toEqual([0, 1]);
  });

  const parameter = fc.double({ min: 0.01, max: 5000, noNaN: true });
  const chance = fc.double({ min: 0, max: 1, noNaN: true });

  it('is the mirror of itself, and between 0 and 1', () => {
    fc.assert(
      fc.property(chance, parameter, parameter, (x, a, b) => {
        const value = incompleteBeta(x, a, b);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        // 1 − x itself rounds, which a steep start near 0 would show.
        if (x > 1e-9 && x < 1 - 1e-9) expect(value + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 6);
      }),
    );
  });

  it('grows with x', () => {
    fc.assert(
      fc.property(chance, chance, parameter, parameter, (x, y, a, b) => {
        const [low, high] = x < y ? [x, y] : [y, x];
        expect(incompleteBeta(low, a, b)).toBeLessThanOrEqual(incompleteBeta(high, a, b) + 1e-10);
      }),
    );
  });
});

it.each([
  [0.5, 0.5723649429247],
  [10, 12.801827480081469],
  [1e-3, 6.907178885383853],
  [123_456.7, 1_323_900.975390918],
])('log Γ(%p)', (value, expected) => {
  expect(logGamma(value) / expected).toBeCloseTo(1, 13);
});
