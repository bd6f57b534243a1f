import { describe, expect, it } from '@jest/globals';
import { chanceOfAtMost, deliveryLimit, medianOf } from './delivery-limit.ts';

/** The negative binomial, term by term. */
function summed(count: number, mean: number, variance: number): number {
  const [p, r] = [mean / variance, mean ** 2 / (variance - mean)];
  let term = p ** r;
  let sum = term;
  for (let k = 1; k <= count; k += 1) {
    term *= ((k - 1 + r) / k) * (1 - p);
    sum += term;
  }
  return sum;
}

describe('deliveries smaller than usual', () => {
  it('are judged by the negative binomial', () => {
    for (const [count, mean, variance] of [
      [0, 10, 12.25],
      [3, 10, 12.25],
      [52, 100, 325],
      [40, 100, 900],
    ] as const) {
      expect(chanceOfAtMost(count, mean, variance) / summed(count, mean, variance)).toBeCloseTo(1, 9);
    }
  });

  it.each([
    ['a hundred a day, as even as can be', [100, 100, 100, 100, 100, 100, 100, 100], { usual: 100, limit: 52, n: 8 }],
    ['a few a day', [3, 4, 3, 4, 3, 4, 3, 4], { usual: 3.5, limit: 0, n: 8 }],
    ['one bad day among them', [100, 5, 100, 100, 100, 100, 100, 100], { usual: 100, limit: 52, n: 8 }],
    ['only four', [100, 100, 100, 100], { usual: 100, limit: 52, n: 4 }],
    ['nothing at all', [0, 0, 0, 0], { usual: 0, limit: 0, n: 4 }],
  ])('%s', (_, rows, expected) => {
    expect(deliveryLimit(rows)).toEqual(expected);
  });

  it('are not called with three to compare with', () => {
    expect(deliveryLimit([100, 100, 100])).toBeNull();
  });

  it('are judged by the latest eight', () => {
    expect(deliveryLimit([...new Array<number>(8).fill(10), ...new Array<number>(20).fill(1000)])?.usual).toBe(10);
  });

  it('have a limit of which just one in a thousand falls short, whatever the size', () => {
    for (const usual of [12, 40, 400, 5_000, 200_000]) {
      const limit = deliveryLimit(new Array<number>(8).fill(usual))?.limit ?? NaN;
      const variance = usual + (0.15 * usual) ** 2;
      expect(chanceOfAtMost(limit - 1, usual, variance)).toBeLessThanOrEqual(0.001);
      expect(chanceOfAtMost(limit, usual, variance)).toBeGreaterThan(0.001);
    }
  });

  it('have a wider limit where they vary more', () => {
    const even = deliveryLimit([100, 101, 99, 100, 100, 101, 99, 100])?.limit ?? 0;
    expect(deliveryLimit([60, 140, 70, 130, 100, 90, 150, 50])?.limit).toBeLessThan(even);
  });

  it('have a middle', () => {
    expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3])]).toEqual([2, 2.5]);
  });
});
