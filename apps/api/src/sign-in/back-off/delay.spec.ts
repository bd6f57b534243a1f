import { expect, it } from '@jest/globals';
import { failuresAt, waitSeconds } from './delay.ts';

const NOW = Date.parse('2026-11-18T05:00:00Z');
const at = (failures: number, secondsAgo = 0) => ({ failures, lastFailedAtMs: NOW - secondsAgo * 1000 });

it.each([
  ['pair', 4, 0, 0],
  ['pair', 5, 0, 1],
  ['pair', 6, 0, 2],
  ['pair', 6, 1, 1],
  ['pair', 6, 2, 0],
  ['pair', 9, 0, 16],
  ['pair', 40, 0, 900],
  ['pair', 40, 899, 1],
  ['pair', 40, 7200, 0],
  ['account', 19, 0, 0],
  ['account', 100, 0, 60],
  ['address', 49, 0, 0],
  ['address', 100, 0, 300],
  ['device', 9, 0, 0],
  ['second-factor', 5, 0, 1],
] as const)('%s after %i failures, %i seconds ago: wait %i', (kind, failures, secondsAgo, expected) => {
  expect(waitSeconds(kind, at(failures, secondsAgo), NOW)).toBe(expected);
});

it.each([
  [8, 0, 8],
  [8, 60, 8],
  [8, 1800, 4],
  [8, 3600, 2],
  [8, 18_000, 0],
  [5000, 0, 100],
  [8, -60, 8],
])('of %i failures, %i seconds later, %i count', (failures, secondsAgo, expected) => {
  expect(failuresAt(at(failures, secondsAgo), NOW)).toBe(expected);
});
