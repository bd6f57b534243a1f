import { describe, expect, it } from '@jest/globals';
import { leanOf, shareBelow } from './normal-curve.ts';
import { Random } from './random.ts';

const many = <Value>(count: number, draw: () => Value): Value[] => Array.from({ length: count }, draw);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('Random', () => {
  it('gives the same numbers for the same key, and others for another', () => {
    const draw = (...key: (string | number)[]): number[] => {
      const random = new Random(...key);
      return many(5, () => random.next());
    };
    expect(draw('waits', 'ward-4b', 20000)).toEqual(draw('waits', 'ward-4b', 20000));
    expect(draw('waits', 'ward-4b', 20000)).not.toEqual(draw('waits', 'ward-4b', 20001));
    expect(draw('waits', 'ward-4b', 20000)).not.toEqual(draw('waits', 'ward-4', 'b', 20000));
  });

  it('keeps to the bounds of between, both included', () => {
    const random = new Random('between');
    expect([...new Set(many(500, () => random.between(2, 5)))].sort()).toEqual([2, 3, 4, 5]);
  });

  it('is evenly spread, also over the first numbers of neighbouring keys', () => {
    const firsts = Array.from({ length: 20_000 }, (_, number) => new Random('row', number).next());
    expect(mean(firsts)).toBeCloseTo(0.5, 2);
    expect(mean(firsts.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
  });

  it('is normal, log-normal and Poisson where it says so', () => {
    const random = new Random('shapes');
    const normals = many(40_000, () => random.normal());
    expect(mean(normals)).toBeCloseTo(0, 1);
    expect(mean(normals.map((value) => value * value))).toBeCloseTo(1, 1);
    const skewed = many(20_001, () => random.skewed(27, 0.5)).sort((one, other) => one - other);
    expect(skewed[10_000]).toBeGreaterThan(26.5);
    expect(skewed[10_000]).toBeLessThan(27.5);
    const counts = many(40_000, () => random.count(3.5));
    expect(mean(counts)).toBeCloseTo(3.5, 1);
    expect(mean(counts.map((count) => (count - 3.5) ** 2))).toBeCloseTo(3.5, 0);
  });

  it('picks keys as often as their weights say', () => {
    const random = new Random('weights');
    const picked = many(20_000, () => random.weighted({ often: 3, seldom: 1, never: 0 }));
    expect(picked.filter((key) => key === 'often').length / picked.length).toBeCloseTo(0.75, 1);
    expect(picked).not.toContain('never');
  });
});

describe('the normal curve', () => {
  it.each([
    [0, 0.5],
    [1.959964, 0.975],
    [-1, 0.158655],
    [0.994458, 0.84],
  ])('has %d with a share of %d below', (x, share) => {
    expect(shareBelow(x)).toBeCloseTo(share, 5);
    expect(leanOf(share)).toBeCloseTo(x, 4);
  });
});
