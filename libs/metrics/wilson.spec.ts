import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Z95 } from './normal.ts';
import { wilsonInterval } from './wilson.ts';

const counts = fc
  .integer({ min: 1, max: 2_000_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe('Wilson’s interval', () => {
  it.each([
    [0, 5, 0, 0.434482],
    [5, 5, 0.565518, 1],
    [1, 10, 0.017876, 0.40415],
    [45, 50, 0.786398, 0.956524],
    [3517, 3882, 0.89639, 0.91476],
  ])('of %p in %p', (x, n, low, high) => {
    const interval = wilsonInterval(x, n, Z95);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });

  it('contains the share and stays on the scale', () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const { low, high } = wilsonInterval(x, n, Z95);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(x / n);
        expect(high).toBeGreaterThanOrEqual(x / n);
        expect(high).toBeLessThanOrEqual(1);
        expect(high - low).toBeGreaterThan(0);
      }),
    );
  });

  it('reaches the very end of the scale at none and at all', () => {
    for (let n = 1; n < 500; n += 1) {
      expect([wilsonInterval(0, n, Z95).low, wilsonInterval(n, n, Z95).high]).toEqual([0, 1]);
    }
  });

  it('is its own mirror: those who are not satisfied', () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        expect(wilsonInterval(n - x, n, Z95).low).toBeCloseTo(1 - wilsonInterval(x, n, Z95).high, 9);
      }),
    );
  });

  it('rises with successes and narrows with answers', () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const one = wilsonInterval(x, n, Z95);
        const more = wilsonInterval(Math.min(n, x + 1), n, Z95);
        const ten = wilsonInterval(10 * x, 10 * n, Z95);
        expect(more.low).toBeGreaterThanOrEqual(one.low);
        expect(more.high).toBeGreaterThanOrEqual(one.high);
        expect(ten.high - ten.low).toBeLessThan(one.high - one.low);
      }),
    );
  });

  it('is the whole scale when nobody answered', () => {
    expect(wilsonInterval(0, 0, Z95)).toEqual({ low: 0, high: 1 });
  });
});
