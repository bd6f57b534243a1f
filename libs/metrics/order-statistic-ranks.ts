import { normalTail } from './normal.ts';

/** Places in the sorted list, from 1; null where even the first or the last value is not far enough out. */
export interface RankInterval {
  low: number | null;
  high: number | null;
}

/**
 * Between which values of a sorted sample of `n` the true quantile `q` lies, at normal deviate `z` (1.96 for 95 %): the
 * number of values below it is binomial, whatever shape the waits have. Exact while n·q·(1 − q) is below 25, from there
 * on by the normal approximation with continuity correction. A 95th percentile has an upper end from 72 values on.
 * Source: David and Nagaraja, Order Statistics, 3rd ed., section 7.1.
 */
export function quantileRanks(n: number, q: number): (z: number) => RankInterval {
  const mean = n * q;
  const deviation = Math.sqrt(n * q * (1 - q));
  if (deviation >= 5) {
    return (z) => within(n, Math.floor(mean - z * deviation + 0.5), Math.ceil(mean + z * deviation + 0.5));
  }
  const chances = binomialChances(n, q);
  return (z) => {
    const tail = normalTail(z);
    // The r-th value lies above the quantile when at most r − 1 values are below it, the s-th below it when s or more are.
    let low = 0;
    for (let sum = chances[0] ?? 1; sum <= tail && low < n; sum += chances[low] ?? 0) low += 1;
    let high = n + 1;
    for (let sum = chances[n] ?? 1; sum <= tail && high > 1; sum += chances[high - 1] ?? 0) high -= 1;
    return within(n, low, high);
  };
}

const within = (n: number, low: number, high: number): RankInterval => ({
  low: low >= 1 ? Math.min(low, n) : null,
  high: high <= n ? Math.max(high, 1) : null,
});

/** Chance of 0, 1, …, n successes, each from the one before. */
function binomialChances(n: number, q: number): number[] {
  const chances: number[] = [];
  let log = n * Math.log1p(-q);
  for (let k = 0; k <= n; k += 1) {
    chances.push(Math.exp(log));
    log += Math.log(((n - k) * q) / ((k + 1) * (1 - q)));
  }
  return chances;
}
