import { describe, expect, it } from '@jest/globals';
import { differenceOfMeans, meanInterval } from '#metrics/mean-interval.ts';
import { differenceOfShares } from '#metrics/newcombe.ts';
import { Z95 } from '#metrics/normal.ts';
import { differenceOfNps, type NpsCounts, npsInterval } from '#metrics/nps-interval.ts';
import { waitBinOf } from '#metrics/wait-histogram.ts';
import { differenceOfWaitPercentiles, waitPercentileEstimate } from '#metrics/wait-percentile.ts';
import { wilsonInterval } from '#metrics/wilson.ts';
import { Random } from '../../seed/chance/random.ts';

const SAMPLES = 800;
/** Taken out of Math once: looking up a global is what takes longest under a test runner. */
const { exp, log } = Math;
const STARS = { min: 1, max: 5 };
/** Of the logarithm of waits, about what emergency departments show. */
const SPREAD = 0.8;
const Z_OF_P90 = 1.2815515655446004;

interface Ends {
  low: number | null;
  high: number | null;
}

/** A truth that is drawn, and the interval that a sample from it gave; null where it gave none. */
type Draw = (random: Random, n: number) => { truth: number; interval: Ends | null };

/** In how many percent of samples the interval holds the truth; an open end holds all there is. */
function coverage(draw: Draw, n: number): number {
  const random = new Random('coverage', n);
  let held = 0;
  let given = 0;
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const { truth, interval } = draw(random, n);
    if (interval === null) continue;
    given += 1;
    if ((interval.low ?? -Infinity) <= truth + 1e-12 && truth - 1e-12 <= (interval.high ?? Infinity)) held += 1;
  }
  return (100 * held) / given;
}

/** Shares of so many answers that add up to one, all equally likely. */
function shares(random: Random, kinds: number): number[] {
  const parts = Array.from({ length: kinds }, () => -log(1 - random.next()));
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}

function sampled(random: Random, of: readonly number[], n: number): number[] {
  const counts = of.map(() => 0);
  for (let drawn = 0; drawn < n; drawn += 1) {
    let left = random.next();
    let kind = 0;
    while (kind < of.length - 1 && left >= (of[kind] ?? 1)) left -= of[kind++] ?? 1;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

const npsCounts = ([promoters = 0, passives = 0, detractors = 0]: readonly number[]): NpsCounts => ({
  promoters,
  passives,
  detractors,
});
const npsOfShares = ([promoters = 0, , detractors = 0]: readonly number[]): number => 100 * (promoters - detractors);
const meanOf = (of: readonly number[]): number => of.reduce((sum, share, step) => sum + share * (step + 1), 0);

function waits(random: Random, median: number, n: number): number[] {
  const bins: number[] = [];
  for (let drawn = 0; drawn < n; drawn += 1) {
    const bin = waitBinOf(median * exp(SPREAD * random.normal()));
    while (bins.length <= bin) bins.push(0);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

const successes = (random: Random, p: number, n: number): number => sampled(random, [p, 1 - p], n)[0] ?? 0;

const SHARE: Draw = (random, n) => {
  const truth = random.next();
  return { truth, interval: wilsonInterval(successes(random, truth, n), n, Z95) };
};
const SHARE_DIFFERENCE: Draw = (random, n) => {
  const [p, q] = [random.next(), random.next()];
  const share = (of: number) => ({ successes: successes(random, of, n), n });
  return { truth: p - q, interval: differenceOfShares(share(p), share(q)) };
};
const NPS: Draw = (random, n) => {
  const of = shares(random, 3);
  return { truth: npsOfShares(of), interval: npsInterval(npsCounts(sampled(random, of, n)), Z95) };
};
const NPS_DIFFERENCE: Draw = (random, n) => {
  const [a, b] = [shares(random, 3), shares(random, 3)];
  const counts = (of: readonly number[]): NpsCounts => npsCounts(sampled(random, of, n));
  return { truth: npsOfShares(a) - npsOfShares(b), interval: differenceOfNps(counts(a), counts(b)) };
};
const MEAN: Draw = (random, n) => {
  const of = shares(random, 5);
  return { truth: meanOf(of), interval: meanInterval(sampled(random, of, n), STARS) };
};
const MEAN_DIFFERENCE: Draw = (random, n) => {
  const [a, b] = [shares(random, 5), shares(random, 5)];
  const interval = differenceOfMeans(sampled(random, a, n), sampled(random, b, n), STARS);
  return { truth: meanOf(a) - meanOf(b), interval };
};
const MEDIAN: Draw = (random, n) => {
  const truth = 5 + 60 * random.next();
  return { truth, interval: waitPercentileEstimate(waits(random, truth, n), 0.5) };
};
const P90: Draw = (random, n) => {
  const median = 5 + 60 * random.next();
  const interval = waitPercentileEstimate(waits(random, median, n), 0.9);
  return { truth: median * exp(SPREAD * Z_OF_P90), interval };
};
const MEDIAN_DIFFERENCE: Draw = (random, n) => {
  const [a, b] = [5 + 60 * random.next(), 5 + 60 * random.next()];
  const interval = differenceOfWaitPercentiles(waits(random, a, n), waits(random, b, n), 0.5);
  return { truth: a - b, interval };
};

// Truths are drawn too: at a single one, what is counted in whole answers covers a little more or less.
describe.each([
  ['a share', SHARE],
  ['the difference of two shares', SHARE_DIFFERENCE],
  ['an NPS', NPS],
  ['the difference of two NPS', NPS_DIFFERENCE],
  ['the difference of two means', MEAN_DIFFERENCE],
])('the 95 %% interval of %s', (_, draw) => {
  it.each([5, 10, 20, 50, 200])('holds the truth in 92 to 98 %% of samples of %d', (n) => {
    const percent = coverage(draw, n);
    expect(percent).toBeGreaterThanOrEqual(92);
    expect(percent).toBeLessThanOrEqual(98);
  });
});

// Wide on purpose where little is known: the three added answers weigh most among few; ranks of few waits go by whole
// steps, or have no upper end, and all are widened to the edges of bins. None of them ever promises too much.
describe.each([
  ['a mean', MEAN, 10],
  ['a median wait', MEDIAN, 50],
  ['a 90th percentile of waits', P90, 50],
  ['the difference of two medians', MEDIAN_DIFFERENCE, 200],
])('the 95 %% interval of %s', (_, draw, usualFrom) => {
  it.each([5, 10, 20, 50, 200])('holds the truth in at least 92 %% of samples of %d', (n) => {
    if (draw === MEDIAN_DIFFERENCE && n === 5) return expect(coverage(draw, n)).toBeNaN();
    const percent = coverage(draw, n);
    expect(percent).toBeGreaterThanOrEqual(92);
    expect(percent).toBeLessThanOrEqual(n >= usualFrom ? 98.5 : 100);
  });
});
