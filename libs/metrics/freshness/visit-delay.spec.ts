import { describe, expect, it } from '@jest/globals';
import { afterIndex, AFTER_DAYS, daysBetween } from './source-counts.ts';
import { answeredAfter, medianDays, visitShare } from './visit-delay.ts';

/** 40 on the day, 30 a day later, 30 within the second week (days 8 to 10). */
const COUNTS = AFTER_DAYS.map((first) => (first === 0 ? 40 : first === 1 || first === 8 ? 30 : 0));
const AFTER = answeredAfter(COUNTS) ?? [];

describe('answers after a visit', () => {
  it('are counted by whole days', () => {
    const visit = Date.parse('2026-11-02T09:00:00Z');
    expect([0, 23, 24, 47].map((hours) => daysBetween(visit, visit + hours * 3_600_000))).toEqual([0, 0, 1, 1]);
    expect([0, 7, 8, 10, 11, 41, 42, 400].map(afterIndex)).toEqual([0, 7, 8, 8, 9, 12, 13, 13]);
    expect([afterIndex(-1), afterIndex(null)]).toEqual([null, null]);
  });

  it('add up to everybody who answers within six weeks', () => {
    expect([0, 1, 7, 8, 9, 10, 41].map((days) => AFTER[days])).toEqual([0.4, 0.7, 0.7, 0.8, 0.9, 1, 1]);
    expect(AFTER).toHaveLength(42);
    expect(medianDays(AFTER)).toBe(1);
  });

  it('are not told of fewer than thirty', () => {
    expect(answeredAfter([29])).toBeNull();
    expect(answeredAfter([29, 1])).not.toBeNull();
  });
});

describe('the share of the answers about the visits of a week', () => {
  it('grows with the days since, and with what has come of them', () => {
    // Visits on days 0 … 6, looked at on day 7: 0.7 each.
    expect(visitShare(AFTER, null, { from: 0, to: 7, today: 7 })).toBeCloseTo(0.7, 12);
    expect(visitShare(AFTER, null, { from: 0, to: 7, today: 60 })).toBeCloseTo(1, 12);
    // Each answer comes a day later.
    expect(visitShare(AFTER, { share: [0, 1] }, { from: 0, to: 1, today: 1 })).toBeCloseTo(0.4, 12);
  });

  it('expects nothing of visits to come', () => {
    expect(visitShare(AFTER, null, { from: 10, to: 17, today: 7 })).toBe(0);
  });
});
