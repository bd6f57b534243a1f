import { expect, it } from '@jest/globals';
import { normalTail, Z95 } from './normal.ts';

it.each([
  [0, 0.5],
  [1, 0.15865525393145707],
  [Z95, 0.025],
  [2.5, 0.006209665325776132],
  [3, 0.0013498980316300933],
  [5, 2.866515718791933e-7],
  [10, 7.61985302416047e-24],
  [-1, 0.8413447460685429],
  [-3, 0.9986501019683699],
])('chance of a normal value above %p', (z, chance) => {
  expect(normalTail(z) / chance).toBeCloseTo(1, 12);
});

it('never fails at the ends', () => {
  expect([normalTail(Infinity), normalTail(-Infinity), normalTail(60)]).toEqual([0, 1, 0]);
});
