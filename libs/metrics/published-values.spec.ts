import { describe, expect, it } from '@jest/globals';
import { differenceOfShares } from './newcombe.ts';
import { Z95 } from './normal.ts';
import { quantileRanks } from './order-statistic-ranks.ts';
import { wilsonInterval } from './wilson.ts';

// What others published, each with where; values of METRICS.md stand beside the formulas they belong to.

// Newcombe 1998, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17:857–872, table I, method 3.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('Wilson’s interval of %p of %p', (x, n, low, high) => {
  const found = wilsonInterval(x, n, Z95);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

// Newcombe 1998, Interval estimation for the difference between independent proportions, Statistics in Medicine 17:873–890,
// table II, method 10.
it.each([
  ['a', 56, 70, 48, 80, 0.0524, 0.3339],
  ['b', 9, 10, 3, 10, 0.1705, 0.809],
  ['c', 6, 7, 2, 7, 0.0582, 0.8062],
  ['d', 5, 56, 0, 29, -0.0381, 0.1926],
  ['e', 0, 10, 0, 20, -0.1611, 0.2775],
  ['f', 0, 10, 0, 10, -0.2775, 0.2775],
  ['g', 10, 10, 0, 20, 0.6791, 1],
  ['h', 10, 10, 0, 10, 0.6075, 1],
])('example (%s) of the difference of two shares: %p of %p less %p of %p', (_, x, n, y, m, low, high) => {
  const found = differenceOfShares({ successes: x, n }, { successes: y, n: m });
  expect(found?.low).toBeCloseTo(low, 4);
  expect(found?.high).toBeCloseTo(high, 4);
});

describe('the median’s interval', () => {
  // Campbell and Gardner 1988, BMJ 296:1454–1456: ranks for a 95 % interval of a median.
  it.each([
    [10, 2, 9],
    [20, 6, 15],
    [30, 10, 21],
    [50, 18, 33],
    [100, 40, 61],
  ])('of %p values ends at ranks %p and %p', (n, low, high) => {
    expect(quantileRanks(n, 0.5)(Z95)).toEqual({ low, high });
  });
});
