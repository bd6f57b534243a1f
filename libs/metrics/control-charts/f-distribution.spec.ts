import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { studentTail } from '../student-t.ts';
import { fTail } from './f-distribution.ts';

describe('the tail of F', () => {
  // The upper 5 % and 1 % points that every table of F prints.
  it.each([
    [161.4476, 1, 1, 0.05],
    [4.1028, 2, 10, 0.05],
    [7.5594, 2, 10, 0.01],
    [3.4903, 3, 12, 0.05],
    [5.9525, 3, 12, 0.01],
    [2.7109, 5, 20, 0.05],
    [3.3682, 10, 20, 0.01],
  ])('above %d with %d and %d degrees of freedom lies %d', (value, above, below, chance) => {
    expect(fTail(value, above, below)).toBeCloseTo(chance, 5);
  });

  it('has a closed form with two degrees above: (1 + 2F/d)^(−d/2)', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 500, noNaN: true }), fc.integer({ min: 1, max: 500 }), (value, below) => {
        expect(fTail(value, 2, below) / (1 + (2 * value) / below) ** (-below / 2)).toBeCloseTo(1, 8);
      }),
    );
  });

  it('is both tails of Student’s t with one degree above', () => {
    for (const t of [0.3, 1, 2.2, 5]) expect(fTail(t * t, 1, 9)).toBeCloseTo(2 * studentTail(t, 9), 10);
  });

  it('is certain at nothing, and where there are no degrees of freedom', () => {
    expect([fTail(0, 2, 5), fTail(3, 0, 5), fTail(3, 2, 0), fTail(-1, 2, 5)]).toEqual([1, 1, 1, 1]);
  });
});
