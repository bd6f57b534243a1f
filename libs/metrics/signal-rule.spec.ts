import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SignalCounts } from './metric.ts';
import { baselineOf, effectiveReplies, judge, limitsOf, type SignalBaseline, tailOf } from './signal-rule.ts';

const share = (x: number, n: number): SignalCounts => ({ x, n, squares: x });
const weeksOf = (length: number, week: (index: number) => SignalCounts): SignalCounts[] =>
  Array.from({ length }, (_, index) => week(index));
const nps = (promoters: number, passives: number): SignalCounts => ({
  x: promoters + passives / 2,
  n: 20,
  squares: promoters + passives / 4,
});

function baseline(weeks: readonly SignalCounts[], halfBelievedAt = 100): SignalBaseline {
  const found = baselineOf(weeks, halfBelievedAt);
  if (found === null) throw new Error('too few weeks for a baseline');
  return found;
}

const N = [20, 19, 22, 21, 18, 20, 24, 19, 20, 21, 17, 20];
const SMALL = baseline([18, 17, 20, 19, 16, 18, 22, 17, 19, 18, 15, 18].map((x, i) => share(x, N[i] ?? 0)));
const PERFECT = baseline(weeksOf(12, () => share(3, 3)));
const ALTERNATING = baseline(weeksOf(26, (i) => share(i % 2 === 0 ? 45 : 55, 100)));
const MILLIONS = baseline(weeksOf(52, (i) => share(i % 2 === 0 ? 1_796_000 : 1_804_000, 2_000_000)));
const RECOMMENDING = baseline(weeksOf(12, (i) => (i % 2 === 0 ? nps(10, 6) : nps(11, 5))));
const WAITING = baseline(
  weeksOf(24, (i) => share([12, 18, 15][i % 3] ?? 0, 30)),
  25,
);

describe('the golden values', () => {
  it.each([
    ['small', SMALL, 0.89876, 0.105965, 1],
    ['perfect', PERFECT, 0.986486, 0, 1],
    ['alternating', ALTERNATING, 0.5, 1.04, 1.15],
    ['millions', MILLIONS, 0.9, 90.631805, 101.011699],
    ['waiting', WAITING, 0.5, 0.834783, 1.035099],
  ])('of the baseline: %s', (_, { share: p0, dispersion, inflation, relativeVariance }, expectedP0, f, phi) => {
    expect(p0).toBeCloseTo(expectedP0, 6);
    expect(dispersion).toBeCloseTo(f, 6);
    expect(inflation).toBeCloseTo(phi, 6);
    expect(relativeVariance).toBeCloseTo(1, 9);
  });

  it('of the baseline of an NPS', () => {
    expect(RECOMMENDING.share).toBeCloseTo(0.661826, 6);
    expect(RECOMMENDING.relativeVariance).toBeCloseTo(0.694098, 6);
    expect(RECOMMENDING.inflation).toBe(1);
  });

  it.each<[string, SignalBaseline, number, number, number, number | null, number | null]>([
    ['small', SMALL, 8, 1, 7.742972, 0.402641, null],
    ['small', SMALL, 20, 1, 18.467433, 0.60852, null],
    ['small', SMALL, 80, 4, 60.062305, 0.754185, null],
    ['small', SMALL, 260, 13, 125.06986, 0.803364, 0.975464],
    ['perfect', PERFECT, 3, 1, 2.769231, 0.338026, null],
    ['alternating', ALTERNATING, 100, 1, 83.73591, 0.326633, 0.673367],
    ['alternating', ALTERNATING, 400, 4, 270.833333, 0.404514, 0.595486],
    ['millions', MILLIONS, 2_000_000, 1, 19426.107783, 0.893265, 0.906618],
    ['NPS', RECOMMENDING, 20, 1, 26.597895, 0.350083, 0.936782],
    ['waiting', WAITING, 30, 1, 27.823431, 0.196922, 0.803078],
  ])('of the limits: %s, %p.%p replies in %p weeks', (_, base, n, weeks, worth, lower, upper) => {
    expect(effectiveReplies(base, n, weeks)).toBeCloseTo(worth, 5);
    const limits = limitsOf(base, n, weeks);
    if (lower === null) expect(limits.lower).toBeNull();
    else expect(limits.lower).toBeCloseTo(lower, 6);
    if (upper === null) expect(limits.upper).toBeNull();
    else expect(limits.upper).toBeCloseTo(upper, 6);
  });

  it('of a week: 12 of 20 is low, 13 of 20 is not', () => {
    expect(tailOf(SMALL, 20, 12 / 20, 1).chance).toBeCloseTo(7.51247e-4, 9);
    expect(judge(SMALL, 20, 12 / 20, 1)).toBe('low');
    expect(judge(SMALL, 20, 13 / 20, 1)).toBeNull();
  });
});

describe('the baseline', () => {
  it('needs twelve weeks with replies', () => {
    expect(baselineOf([...weeksOf(11, () => share(8, 10)), ...weeksOf(40, () => share(0, 0))], 100)).toBeNull();
    expect(
      baselineOf(
        weeksOf(12, () => share(8, 10)),
        100,
      ),
    ).toMatchObject({ weeks: 12, trial: true });
    expect(
      baselineOf(
        weeksOf(26, () => share(8, 10)),
        100,
      ),
    ).toMatchObject({ weeks: 26, trial: false });
  });

  it('does not depend on the order of its weeks', () => {
    const weeks = [share(3, 9), share(7, 9), ...weeksOf(12, () => share(5, 8))];
    const { dispersion = NaN, share: p0 = NaN } = baselineOf([...weeks].reverse(), 100) ?? {};
    expect(dispersion).toBeCloseTo(baseline(weeks).dispersion, 12);
    expect(p0).toBeCloseTo(baseline(weeks).share, 12);
  });
});

const anyBaseline = fc
  .array(
    fc.integer({ min: 0, max: 400 }).chain((n) => fc.integer({ min: 0, max: n }).map((x) => share(x, n))),
    { minLength: 12, maxLength: 52 },
  )
  .filter((weeks) => weeks.filter(({ n }) => n > 0).length >= 12)
  .map((weeks) => baseline(weeks));
const anyPeriod = fc.constantFrom(1, 4, 13);
const anyReplies = fc.integer({ min: 1, max: 5000 });

describe('the judgement', () => {
  it('agrees with the limits', () => {
    fc.assert(
      fc.property(anyBaseline, anyReplies, anyPeriod, (base, n, weeks) => {
        const { lower, upper } = limitsOf(base, n, weeks);
        if (lower !== null) {
          expect(lower).toBeLessThanOrEqual(base.share);
          expect(judge(base, n, lower * 0.9999, weeks)).toBe('low');
        }
        if (upper !== null) {
          expect(upper).toBeGreaterThanOrEqual(base.share);
          expect(judge(base, n, 1 - (1 - upper) * 0.9999, weeks)).toBe('high');
        }
        expect(judge(base, n, base.share, weeks)).toBeNull();
        if (lower === null) expect(judge(base, n, 0, weeks)).toBeNull();
        if (upper === null) expect(judge(base, n, 1, weeks)).toBeNull();
      }),
    );
  });

  it('mirrors when success and failure change places', () => {
    const mirrored = baseline(
      [18, 17, 20, 19, 16, 18, 22, 17, 19, 18, 15, 18].map((x, i) => share((N[i] ?? 0) - x, N[i] ?? 0)),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), (x) => {
        const forth = judge(SMALL, 20, x / 20, 1);
        const back = judge(mirrored, 20, (20 - x) / 20, 1);
        expect(back).toBe(forth === null ? null : forth === 'low' ? 'high' : 'low');
      }),
    );
  });

  it('is never made without replies', () => {
    expect(judge(SMALL, 0, 0, 1)).toBeNull();
    expect(limitsOf(SMALL, 0, 1)).toEqual({ lower: null, upper: null });
  });

  it('marks fewer than 1 of 1,000 weeks of an unchanged touchpoint of coin tosses, counted exactly', () => {
    // The chance of each outcome of 100 tosses; a long baseline leaves the limits hardly wider than the tosses need.
    const steady = baseline(weeksOf(52, () => share(50, 100)));
    let chance = 2 ** -100;
    let marked = 0;
    for (let x = 0; x <= 100; x += 1) {
      if (judge(steady, 100, x / 100, 1) !== null) marked += chance;
      chance *= (100 - x) / (x + 1);
    }
    expect(marked).toBeGreaterThan(0.0001);
    expect(marked).toBeLessThan(0.002);
  });
});
