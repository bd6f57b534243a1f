import { expect, it } from '@jest/globals';
import { Z95 } from './normal.ts';
import { quantileRanks } from './order-statistic-ranks.ts';

// Exact binomial ranks, from an independent implementation.
it.each([
  [6, 0.5, 1, 6],
  [5, 0.5, null, null],
  [20, 0.5, 6, 15],
  [99, 0.5, 40, 60],
  [36, 0.9, 29, 36],
  [35, 0.9, 28, null],
  [72, 0.95, 64, 72],
  [71, 0.95, 63, null],
])('among %p sorted values, the quantile %p lies between the values at', (n, q, low, high) => {
  expect(quantileRanks(n, q)(Z95)).toEqual({ low, high });
});

it.each([
  [10_000, 0.5, 4902, 5099],
  [1000, 0.95, 936, 964],
])('stays within a rank of the exact one where it is approximated: %p values, quantile %p', (n, q, low, high) => {
  const found = quantileRanks(n, q)(Z95);
  expect(Math.abs((found.low ?? NaN) - low)).toBeLessThanOrEqual(1);
  expect(Math.abs((found.high ?? NaN) - high)).toBeLessThanOrEqual(1);
});

it('bounds nothing in an empty sample', () => {
  expect(quantileRanks(0, 0.5)(Z95)).toEqual({ low: null, high: null });
});
