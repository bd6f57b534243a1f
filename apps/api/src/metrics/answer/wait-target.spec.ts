import { describe, expect, it } from '@jest/globals';
import { WAIT_WITHIN_TARGET } from '#metrics/wait.metric.ts';
import { addWait } from '#metrics/wait-counts.ts';
import { LEVELLED, levelledCounts, targetInForce } from './wait-target.ts';

const TARGETS = [
  { kind: 1, holdsFrom: '2025-01-01', minutes: 30 },
  { kind: 1, holdsFrom: '2026-07-01', minutes: 20 },
  { kind: 2, holdsFrom: '2025-01-01', minutes: 2 },
];

describe('the target in force', () => {
  it.each([
    [1, '2024-12-31', undefined],
    [1, '2025-01-01', 30],
    [1, '2026-06-30', 30],
    [1, '2026-07-01', 20],
    [2, '2026-07-01', 2],
    [3, '2026-07-01', undefined],
  ])('of kind %i on %s is %s', (kind, date, minutes) => {
    expect(targetInForce(TARGETS, kind, date)).toBe(minutes);
    expect(targetInForce(TARGETS.toReversed(), kind, date)).toBe(minutes);
  });
});

const waits = (...minutes: number[]): number[] => {
  const counts: number[] = [];
  for (const waitMinutes of minutes) addWait(counts, { outcome: 'seen', waitMinutes, promisedMinutes: null }, 1);
  return counts;
};

describe('waits of several kinds', () => {
  const kinds = [
    { kind: 1, counts: waits(5, 25, 30, 31, 200) },
    { kind: 2, counts: waits(0, 1, 2, 3) },
    { kind: 3, counts: waits(1, 1, 1) },
  ];

  it('are each held to the target of their own kind, and only where there is one', () => {
    const { value, n } = WAIT_WITHIN_TARGET.estimate(levelledCounts(kinds, TARGETS, '2026-01-01'), LEVELLED);
    expect(n).toBe(9);
    expect(value).toBeCloseTo((100 * (3 + 3)) / 9, 10);
  });

  it('are held to the target of their time', () => {
    const { value } = WAIT_WITHIN_TARGET.estimate(levelledCounts(kinds, TARGETS, '2026-07-01'), LEVELLED);
    expect(value).toBeCloseTo((100 * (1 + 3)) / 9, 10);
  });

  it('have no share before the first target', () => {
    const counts = levelledCounts(kinds, TARGETS, '2020-01-01');
    expect(WAIT_WITHIN_TARGET.estimate(counts, LEVELLED)).toMatchObject({ value: null, n: 0 });
  });
});
