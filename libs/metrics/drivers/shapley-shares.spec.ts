import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { explainedBySubsets } from './explained-by-subsets.ts';
import { shapleyShares } from './shapley-shares.ts';

/** The correlations of three sums of independent parts, so that any weights give a matrix complete answers could have. */
const weights = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 5, maxLength: 5 }), {
  minLength: 2,
  maxLength: 6,
});

function correlationsOf(rows: readonly (readonly number[])[]): number[][] {
  // Each has a part of its own besides, so that none tells another entirely.
  const own = (one: readonly number[], other: readonly number[]): number => (one === other ? 1 : 0);
  const product = (one: readonly number[], other: readonly number[]): number =>
    one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), own(one, other));
  return rows.map((one) =>
    rows.map((other) => product(one, other) / Math.sqrt(product(one, one) * product(other, other))),
  );
}

function sharesOf(correlations: readonly (readonly number[])[]) {
  const explained = explainedBySubsets(correlations);
  if (explained === null) throw new Error('no such correlations');
  return { shares: shapleyShares(explained), whole: explained.at(-1) ?? 0, explained };
}

describe('shares of what is explained', () => {
  // Two predictors: R² = (a² + b² − 2abr)/(1 − r²), each share (own r² + what it adds to the other)/2; by hand.
  it.each([
    [0.6, 0.4, 0.5, 0.28 / 0.75, (0.36 + 0.28 / 0.75 - 0.16) / 2],
    [0.5, 0.3, 0, 0.34, 0.25],
    [0.5, 0.5, 0.2, 0.4 / 0.96, 0.2 / 0.96],
    [0.5, 0, 0.5, 1 / 3, (0.25 + 1 / 3) / 2],
  ])('of two predictors %p, %p that correlate %p', (a, b, r, whole, first) => {
    const told = sharesOf([
      [1, a, b],
      [a, 1, r],
      [b, r, 1],
    ]);
    expect(told.whole).toBeCloseTo(whole, 12);
    expect(told.shares[0]).toBeCloseTo(first, 12);
    expect(told.shares[1]).toBeCloseTo(whole - first, 12);
  });

  it('are the squared correlations where predictors do not correlate', () => {
    const { shares } = sharesOf([
      [1, 0.5, 0.4, 0.3],
      [0.5, 1, 0, 0],
      [0.4, 0, 1, 0],
      [0.3, 0, 0, 1],
    ]);
    [0.25, 0.16, 0.09].forEach((share, index) => expect(shares[index]).toBeCloseTo(share, 12));
  });

  it('add up to the whole, are never negative, and each more predictor explains no less', () => {
    fc.assert(
      fc.property(weights, (rows) => {
        const { shares, whole, explained } = sharesOf(correlationsOf(rows));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(whole, 9);
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
        explained.forEach((value, subset) => {
          for (let bit = 1; bit < explained.length; bit *= 2) {
            expect(explained[subset | bit] ?? 0).toBeGreaterThanOrEqual(value - 1e-9);
          }
        });
      }),
    );
  });

  it('follow their predictors, in whichever order these stand', () => {
    fc.assert(
      fc.property(weights, (rows) => {
        const [overall = [], ...others] = rows;
        const straight = sharesOf(correlationsOf(rows)).shares;
        const turned = sharesOf(correlationsOf([overall, ...others.reverse()])).shares.reverse();
        straight.forEach((share, index) => expect(turned[index]).toBeCloseTo(share, 9));
      }),
    );
  });

  it('are equal for a predictor and its copy', () => {
    const { shares, whole } = sharesOf([
      [1, 0.6, 0.6, 0.4],
      [0.6, 1, 1, 0.5],
      [0.6, 1, 1, 0.5],
      [0.4, 0.5, 0.5, 1],
    ]);
    expect(shares[0]).toBeCloseTo(shares[1] ?? NaN, 12);
    expect(whole).toBeCloseTo(0.28 / 0.75, 12);
  });

  it('are exact for twelve predictors', () => {
    const twelve = Array.from({ length: 13 }, (_, one) =>
      Array.from({ length: 13 }, (_, other) => (one === other ? 1 : one === 0 || other === 0 ? 0.4 : 0.3)),
    );
    const { shares, whole } = sharesOf(twelve);
    // Equal predictors: R² = p·a²/(1 + (p − 1)·r).
    expect(whole).toBeCloseTo((12 * 0.16) / 4.3, 10);
    for (const share of shares) expect(share).toBeCloseTo(whole / 12, 10);
  });

  it('are refused where correlations contradict each other', () => {
    expect(
      explainedBySubsets([
        [1, 0.9, -0.9],
        [0.9, 1, 0.9],
        [-0.9, 0.9, 1],
      ]),
    ).toBeNull();
  });
});
