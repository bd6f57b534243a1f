import { expect, it } from '@jest/globals';
import { WAIT_WITHIN_TARGET } from './wait.metric.ts';
import { addWait } from './wait-counts.ts';

/** Ten patients: nine seen after 10, 20, … 90 minutes, one who left. */
const COUNTS = [10, 20, 30, 40, 50, 60, 70, 80, 90].reduce<number[]>((counts, waitMinutes) => {
  addWait(counts, { outcome: 'seen', waitMinutes, promisedMinutes: null }, 1);
  return counts;
}, []);
addWait(COUNTS, { outcome: 'left', waitMinutes: 5, promisedMinutes: null }, 1);

it.each([
  [30, 3],
  [29.9, 2],
  [30.1, 3],
  [0, 0],
  [240, 9],
])('within %p minutes: %p of the nine who were seen', (targetMinutes, within) => {
  const { value, n } = WAIT_WITHIN_TARGET.estimate(COUNTS, { targetMinutes });
  expect(n).toBe(9);
  expect(value).toBeCloseTo((100 * within) / 9, 9);
});

it('cannot be told without a target', () => {
  expect(WAIT_WITHIN_TARGET.estimate(COUNTS, {}).value).toBeNull();
  expect(WAIT_WITHIN_TARGET.difference(COUNTS, COUNTS, {})).toBeNull();
  expect(WAIT_WITHIN_TARGET.signal?.(COUNTS, {})).toBeNull();
});
