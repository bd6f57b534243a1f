import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { benjaminiHochberg } from './benjamini-hochberg.ts';

it.each([
  ['none', [], 0.1, []],
  ['one that passes', [0.1], 0.1, [true]],
  ['one that does not', [0.11], 0.1, [false]],
  ['the largest k counts, not the first failure', [0.04, 0.05, 0.9], 0.1, [true, true, false]],
  ['alone each would pass', [0.06, 0.09, 0.2, 0.3], 0.1, [false, false, false, false]],
  [
    'the example of 1995: four of fifteen at .05',
    [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1],
    0.05,
    [...Array<boolean>(4).fill(true), ...Array<boolean>(11).fill(false)],
  ],
])('%s', (_, pValues, q, expected) => {
  expect(benjaminiHochberg(pValues, q)).toEqual(expected);
});

it('does not depend on the order of the tests', () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
  fc.assert(
    fc.property(pValues, (given) => {
      expect(benjaminiHochberg([...given].reverse(), 0.1)).toEqual(benjaminiHochberg(given, 0.1).reverse());
    }),
  );
});
