import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { exactMean, roundingOf, tamed } from './exact-mean.ts';

it.each([
  [[], 0],
  [[7], 7],
  [[1, 2, 3, 6], 3],
  [[-4, 4], 0],
])('of %j is %d', (values, mean) => {
  expect(exactMean(values)).toBeCloseTo(mean, 12);
});

it('is the value itself, to the last bit, where all are equal', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: 1, max: 40 }),
      (value, length) => {
        expect(exactMean(Array<number>(length).fill(value)) === value).toBe(true);
      },
    ),
  );
});

it('lies between the least and the most, within rounding, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 }), (given) => {
      const values = tamed(given);
      const rounding = roundingOf(values);
      const mean = exactMean(values);
      expect(mean).toBeGreaterThanOrEqual(Math.min(...values) - rounding);
      expect(mean).toBeLessThanOrEqual(Math.max(...values) + rounding);
      expect(Math.abs(exactMean([...values].reverse()) - mean)).toBeLessThanOrEqual(rounding);
    }),
  );
});

it('reads sizes that no measurement has as the largest it reckons with', () => {
  expect(tamed([Number.MAX_VALUE, -Number.MAX_VALUE, 5])).toEqual([1e300, -1e300, 5]);
});
