import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SignalCounts } from '../metric.ts';
import { SEASON, seasonOf } from './season.ts';

const share = (x: number, n: number): SignalCounts => ({ x, n, squares: x });
const angle = (week: number): number => (2 * Math.PI * week) / SEASON.weeksOfYear;
/** Weeks of 400 replies that vary from side to side about a share. */
const weeksOf = (length: number, shareIn: (week: number) => number, n = 400): SignalCounts[] =>
  Array.from({ length }, (_, week) => share(Math.round(n * (shareIn(week) + (week % 2 === 0 ? 0.01 : -0.01))), n));

describe('a season', () => {
  it('of six points up and down is found in two years, with its height and place', () => {
    const found = seasonOf(weeksOf(104, (week) => 0.8 + 0.06 * Math.cos(angle(week - 10))));
    expect(found.verdict).toBe('season');
    expect(found.amplitude).toBeCloseTo(0.06, 2);
    expect(found.effectOf(10)).toBeCloseTo(0.06, 2);
    expect(found.effectOf(10 + 26)).toBeCloseTo(-0.06, 2);
  });

  it('is not found where there is none, and then adds nothing', () => {
    const found = seasonOf(weeksOf(104, () => 0.8));
    expect(found.verdict).toBe('no-season');
    expect([found.amplitude, found.effectOf(3)]).toEqual([0, 0]);
  });

  // A pure wave leaves nothing beside it, and a spread below chance counts as chance: F is half of all that varies.
  it('by hand: half of what it explains, over chance, by F(2, T − 3)', () => {
    const weeks = Array.from({ length: 110 }, (_, week) => {
      const wave = Math.cos(angle(week));
      return { x: 50 + 10 * wave, n: 100, squares: 50 + 10 * wave };
    });
    const found = seasonOf(weeks);
    const mean = weeks.reduce((sum, { x }) => sum + x, 0) / weeks.length / 100;
    const explained = weeks.reduce((sum, { x }) => sum + (100 / (mean * (1 - mean))) * (x / 100 - mean) ** 2, 0);
    // (1 + 2F/d)^(−d/2) with F = Q/2 and d = T − 3.
    expect((found.pValue ?? NaN) / (1 + explained / 107) ** (-107 / 2)).toBeCloseTo(1, 6);
  });

  it('is told exactly where a part of each year has no replies', () => {
    const wave = (week: number): number => 0.06 * Math.cos(angle(week - 10));
    const found = seasonOf(
      Array.from({ length: 150 }, (_, week) => {
        const x = 400 * (0.8 + wave(week));
        return week % 52 < 36 ? { x, n: 400, squares: x } : share(0, 0);
      }),
    );
    expect(found.amplitude).toBeCloseTo(0.06, 9);
    for (const week of [0, 10, 23, 149]) expect(found.effectOf(week)).toBeCloseTo(wave(week), 9);
  });

  it('is scaled by what varies beside it: a year of wild weeks hides a small wave', () => {
    const wave = (week: number): number => 0.8 + 0.02 * Math.cos(angle(week));
    const wild = (week: number): number => wave(week) + 0.15 * (((week * 7919) % 101) / 100 - 0.5);
    expect(seasonOf(weeksOf(104, wave)).pValue).toBeLessThan(0.01);
    expect(seasonOf(weeksOf(104, wild)).pValue).toBeGreaterThan(0.01);
  });
});

describe('adjusts nothing', () => {
  it('before two years: with one a step of ten points passes for a season', () => {
    const step = seasonOf(weeksOf(52, (week) => (week < 26 ? 0.85 : 0.75)));
    expect(step.pValue).toBeLessThan(0.01);
    expect(step).toMatchObject({ verdict: 'too-few-weeks', amplitude: 0 });
    expect(seasonOf(weeksOf(103, (week) => 0.8 + 0.06 * Math.cos(angle(week)))).verdict).toBe('too-few-weeks');
  });

  it('where few answer', () => {
    expect(seasonOf(weeksOf(104, (week) => 0.7 + 0.25 * Math.cos(angle(week)), 29)).verdict).toBe('too-few-replies');
  });

  it.each([
    ['nothing', []],
    ['one week', [share(3, 4)]],
    ['weeks that nobody answered in', Array<SignalCounts>(120).fill(share(0, 0))],
    ['answers that are all the same', Array<SignalCounts>(120).fill(share(50, 50))],
    ['three weeks', weeksOf(3, () => 0.5)],
  ])('of %s', (_, weeks) => {
    const found = seasonOf(weeks);
    expect(found.verdict).not.toBe('season');
    expect([found.pValue, found.effectOf(1)]).toEqual([null, 0]);
  });
});

it('gives a chance between 0 and 1 or none, the same when yes and no change places', () => {
  const week = fc.nat({ max: 300 }).chain((n) => fc.nat({ max: n }).map((x) => share(x, n)));
  fc.assert(
    fc.property(fc.array(week, { maxLength: 130 }), (weeks) => {
      const { pValue, amplitude, effectOf } = seasonOf(weeks);
      const turned = seasonOf(weeks.map(({ x, n }) => share(n - x, n)));
      if (pValue === null) expect(turned.pValue).toBeNull();
      else {
        expect(pValue).toBeGreaterThanOrEqual(0);
        expect(pValue).toBeLessThanOrEqual(1);
        expect(turned.pValue).toBeCloseTo(pValue, 8);
      }
      expect(Math.abs(effectOf(17))).toBeLessThanOrEqual(amplitude + 1e-12);
    }),
  );
});
