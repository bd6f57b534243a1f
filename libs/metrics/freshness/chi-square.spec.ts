import { describe, expect, it } from '@jest/globals';
import { normalTail } from '../normal.ts';
import { chiSquareTail } from './chi-square.ts';

describe('the tail of chi-square', () => {
  it.each([
    [3.841458820694124, 1, 0.05],
    [6.634896601021213, 1, 0.01],
    [18.307038053275146, 10, 0.05],
    [10, 4, 0.040427681994512805],
    [0.5, 5, 0.9921232932326297],
  ])('above %d with %d degrees of freedom lie %d', (value, degrees, chance) => {
    expect(chiSquareTail(value, degrees)).toBeCloseTo(chance, 7);
  });

  it('is e to the −x/2 with two degrees, on both sides of where the method changes', () => {
    for (const value of [0.1, 1, 3.9, 4.1, 20, 200]) {
      expect(chiSquareTail(value, 2) / Math.exp(-value / 2)).toBeCloseTo(1, 10);
    }
  });

  it('is the two tails of the normal curve with one degree', () => {
    for (const z of [0.2, 1, 2, 3, 5]) expect(chiSquareTail(z * z, 1) / (2 * normalTail(z))).toBeCloseTo(1, 9);
  });

  it('is certain where nothing differs', () => {
    expect([chiSquareTail(0, 3), chiSquareTail(5, 0)]).toEqual([1, 1]);
  });
});
