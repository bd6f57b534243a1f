import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { signalPower } from './signal-power.ts';
import { baselineOf, type SignalBaseline } from './signal-rule.ts';

/** Weeks of `n` replies that vary no more than chance around a share. */
function usual(n: number, share: number, weeks = 52): SignalBaseline {
  const found = baselineOf(
    Array.from({ length: weeks }, () => ({ x: n * share, n, squares: n * share })),
    100,
  );
  if (found === null) throw new Error('too few weeks');
  return found;
}
const weeksUntil = (n: number, points: number, share = 0.9, weeks = 52): number | null | undefined =>
  signalPower(usual(n, share, weeks), n, points, { unit: 'percent' })?.weeks;

describe('how soon a fall is noticed', () => {
  // METRICS: a fall by 10 points is seen after 13, 5, 2, 1 weeks; ADR 22, by 5 points: 46, 16, 5, 2 (26 weeks of baseline: 7).
  it.each([
    [12, 10, 52, 13],
    [30, 10, 52, 5],
    [100, 10, 52, 2],
    [400, 10, 52, 1],
    [100, 5, 52, 5],
    [100, 5, 26, 7],
    [400, 5, 52, 2],
  ])('with %p replies a week, %p points after %p weeks: the simulated %p weeks', (n, points, baseline, simulated) => {
    expect(Math.abs((weeksUntil(n, points, 0.9, baseline) ?? NaN) - simulated)).toBeLessThanOrEqual(1);
  });

  it('takes months for 5 points with 30 replies a week, and more than a year with 12', () => {
    expect(weeksUntil(30, 5)).toBeGreaterThanOrEqual(14);
    expect(weeksUntil(30, 5)).toBeLessThanOrEqual(23);
    expect(weeksUntil(12, 5)).toBeNull();
  });

  it('is sooner with more replies, with larger falls, never before a week', () => {
    const order = (weeks: number | null | undefined): number => weeks ?? 99;
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 800 }), fc.integer({ min: 1, max: 30 }), (n, points) => {
        expect(order(weeksUntil(n, points))).toBeGreaterThanOrEqual(1);
        expect(order(weeksUntil(n, points + 5))).toBeLessThanOrEqual(order(weeksUntil(n, points)));
        expect(order(weeksUntil(2 * n, points))).toBeLessThanOrEqual(order(weeksUntil(n, points)));
      }),
      { numRuns: 40 },
    );
  });

  it('mirrors where lower is better', () => {
    const rise = signalPower(usual(50, 0.1), 50, 10, { unit: 'percent', lowerIsBetter: true });
    expect(rise?.weeks).toBe(weeksUntil(50, 10));
  });

  it('has no points of minutes, and no fall that nobody answers', () => {
    expect(signalPower(usual(50, 0.5), 50, 10, { unit: 'minutes' })).toBeNull();
    expect(signalPower(usual(50, 0.5), 0, 10, { unit: 'percent' })).toEqual({ points: 10, weeks: null });
  });
});
