import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differenceOfCounts } from './poisson.ts';

it.each([
  ['a surge of complaints', 31, 12, true],
  ['a handful more', 14, 9, false],
  ['none after five', 0, 5, true],
  ['none after four', 0, 4, false],
  ['a tenth more of many', 1100, 1000, true],
])('%s: %p after %p', (_, now, then, called) => {
  const { low = NaN, high = NaN, pValue = NaN } = differenceOfCounts(now, then) ?? {};
  expect(low > 0 || high < 0).toBe(called);
  expect(pValue < 0.05).toBe(called);
});

it('comes close to (a − b)/√(a + b) with many events', () => {
  const { low = NaN } = differenceOfCounts(10_400, 10_000) ?? {};
  expect(low).toBeCloseTo(400 - 1.96 * Math.sqrt(20_400), 0);
});

it('turns round with its sides', () => {
  const events = fc.integer({ min: 0, max: 1_000_000 });
  fc.assert(
    fc.property(events, events, (a, b) => {
      const forth = differenceOfCounts(a, b);
      const back = differenceOfCounts(b, a);
      expect(back?.low).toBeCloseTo(-(forth?.high ?? NaN), 6);
      expect(back?.pValue).toBeCloseTo(forth?.pValue ?? NaN, 9);
    }),
  );
});
