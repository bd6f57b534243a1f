import { expect, it } from '@jest/globals';
import { baselineOf, chartPoint } from './counted-period.ts';

it.each([
  [5, null],
  [7, null],
  [3, null],
  [7.1, 'high'],
  [2.9, 'low'],
  // What 0.1 + 0.2 leaves beyond 0.3 is rounding.
  [7 + 1e-13, null],
])('%d between 3 and 7 is outside: %p', (value, outside) => {
  expect(chartPoint(value, 3, 7)).toEqual({ value, lower: 3, upper: 7, outside });
});

it.each([
  [undefined, ['a', 'b', 'c']],
  [{ first: 1, last: 2 }, ['b', 'c']],
  [{ first: -4, last: 0 }, ['a']],
  [{ first: 1, last: 99 }, ['b', 'c']],
  [{ first: 5, last: 9 }, []],
])('the baseline %j is %j', (range, items) => {
  expect(baselineOf(['a', 'b', 'c'], range)).toEqual(items);
});
