import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { meanMovingRange, xmrLimits } from './xmr-limits.ts';

/** The example with which NHS-R shows what screening does. */
const NHS_R = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

describe('the limits', () => {
  it.each([
    [true, 4.6, -0.72],
    [false, 6.95, -3.06],
  ])('of the published example, screened: %p', (screening, upper, lower) => {
    const limits = xmrLimits(NHS_R, screening);
    expect(limits?.centre).toBeCloseTo(1.94, 2);
    expect(limits?.upper).toBeCloseTo(upper, 2);
    expect(limits?.lower).toBeCloseTo(lower, 2);
    expect(limits).toMatchObject({ points: 18, trial: false });
  });

  // Moving ranges 2, 4, 2 of mean 8/3: limits 4 ∓ 2.66 · 8/3 = 4 ∓ 7.0933, near them 4 ∓ 4.7289.
  it('by hand: 4, 6, 2, 4', () => {
    const limits = xmrLimits([4, 6, 2, 4], false);
    expect(limits?.centre).toBe(4);
    expect(limits?.movingRange).toBeCloseTo(8 / 3, 12);
    expect(limits?.lower).toBeCloseTo(4 - 7.0933, 4);
    expect(limits?.upper).toBeCloseTo(4 + 7.0933, 4);
    expect(limits?.lowerNear).toBeCloseTo(4 - 4.7289, 4);
    expect(limits?.upperNear).toBeCloseTo(4 + 4.7289, 4);
  });

  it.each([
    ['no points', [], null],
    ['one point', [7], { centre: 7, movingRange: null, lower: null, upper: null, trial: true }],
    ['two points', [6, 8], { centre: 7, movingRange: 2, lower: 7 - 5.32, upper: 7 + 5.32, trial: true }],
    [
      'points that are all equal',
      Array<number>(12).fill(0.1),
      { centre: 0.1, movingRange: 0, lower: 0.1, upper: 0.1, trial: false },
    ],
    ['eleven points', [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], { points: 11, trial: true }],
  ])('of %s', (_, values, expected) => {
    const limits = xmrLimits(values, true);
    if (expected === null) expect(limits).toBeNull();
    else expect(limits).toMatchObject(expected);
  });
});

describe('screening', () => {
  /** Points that lie so far from one another, each after the other. */
  const walked = (steps: readonly number[]): number[] =>
    steps.reduce<number[]>((points, step) => [...points, (points.at(-1) ?? 0) + step], [0]);

  // Beside fifteen ranges of 1, one of r is 3.267 times the mean at r = 3.267 · (15 + r)/16, which is r = 3.8487.
  it.each([
    [62, 1],
    [3.85, 1],
    [3.84, (15 + 3.84) / 16],
  ])('of ranges of 1 and one of %d leaves a mean of %d', (last, mean) => {
    expect(meanMovingRange(walked([...Array<number>(15).fill(1), last]), true)).toBeCloseTo(mean, 12);
  });

  it('does not look a second time', () => {
    // 100 is left out, of 33 ranges with a mean of 4.2. Of the rest, 8 is more than 3.267 · 1.22, and stays.
    const values = walked([...Array<number>(31).fill(1), 8, 100]);
    expect(meanMovingRange(values, true)).toBeCloseTo(39 / 32, 12);
  });
});

const measurement = fc.double({ noNaN: true, noDefaultInfinity: true });
const whole = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 60 });

describe('whatever was measured', () => {
  it('limits are numbers, in order', () => {
    fc.assert(
      fc.property(fc.array(measurement, { minLength: 2, maxLength: 30 }), fc.boolean(), (values, screening) => {
        const { lower, lowerNear, centre, upperNear, upper } = xmrLimits(values, screening) ?? {};
        const inOrder = [lower, lowerNear, centre, upperNear, upper].map((limit) => limit ?? NaN);
        expect(inOrder.every((limit) => Number.isFinite(limit))).toBe(true);
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
      }),
    );
  });

  it('they move and stretch with it, and mirror', () => {
    fc.assert(
      fc.property(
        whole,
        fc.integer({ min: -500, max: 500 }),
        fc.integer({ min: 1, max: 64 }),
        (values, shift, scale) => {
          const limits = xmrLimits(values, true);
          const moved = xmrLimits(
            values.map((value) => value * scale + shift),
            true,
          );
          const mirrored = xmrLimits(
            values.map((value) => -value),
            true,
          );
          expect(moved?.lower).toBeCloseTo((limits?.lower ?? NaN) * scale + shift, 6);
          expect(moved?.upper).toBeCloseTo((limits?.upper ?? NaN) * scale + shift, 6);
          expect(mirrored?.lower).toBeCloseTo(-(limits?.upper ?? NaN), 6);
        },
      ),
    );
  });

  it('screening never widens them, and the order of points does not move the centre', () => {
    fc.assert(
      fc.property(whole, (values) => {
        const [screened, all] = [xmrLimits(values, true), xmrLimits(values, false)];
        expect(screened?.movingRange ?? NaN).toBeLessThanOrEqual((all?.movingRange ?? NaN) + 1e-9);
        expect(
          xmrLimits(
            [...values].sort((a, b) => a - b),
            true,
          )?.centre,
        ).toBeCloseTo(all?.centre ?? NaN, 9);
        expect(xmrLimits([...values].reverse(), true)?.movingRange).toBeCloseTo(screened?.movingRange ?? NaN, 9);
      }),
    );
  });
});
