import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { expectedFalseAlarms, expectedFalseLines, FALSE_CHANGES } from './false-alarms.ts';

it.each([
  [0, 0],
  [1, 0.05],
  [2, 0.1],
  [3, 0.114],
  [10, 0.120378],
  [160, 0.123257],
  [50_000, 0.123456],
])('of %i tests', (tests, expected) => {
  expect(expectedFalseAlarms(tests)).toBeCloseTo(expected, 5);
});

it('grows with the tests and never passes its limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5000 }), (tests) => {
      const expected = expectedFalseAlarms(tests);
      expect(expectedFalseAlarms(tests + 1)).toBeGreaterThanOrEqual(expected);
      expect(expected).toBeLessThanOrEqual(FALSE_CHANGES / (1 - FALSE_CHANGES) ** 2);
    }),
  );
});

it('is what comes of tests in which nothing changed', () => {
  const [rounds, tests] = [20_000, 10];
  let state = 7;
  const draw = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  let called = 0;
  for (let round = 0; round < rounds; round += 1) {
    const pValues = Array.from({ length: tests }, draw);
    const believed = benjaminiHochberg(pValues, FALSE_CHANGES);
    called += pValues.filter((p, index) => believed[index] && p <= 0.05).length;
  }
  expect(called / rounds).toBeGreaterThan(0.11);
  expect(called / rounds).toBeLessThan(0.13);
});

it('of a page are those of its comparisons and of its marked weeks', () => {
  expect(expectedFalseLines({ tests: 160, weeks: 160 })).toBeCloseTo(0.395, 3);
  expect(expectedFalseLines({ tests: 0, weeks: 0 })).toBe(0);
});
