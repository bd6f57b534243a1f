import { Z95 } from './normal.ts';
import { quantileRanks } from './order-statistic-ranks.ts';
import { type Measured, recoveredDifference } from './recovered-difference.ts';
import type { Difference, Estimate } from './metric.ts';
import { countAt } from './slot-count.ts';
import { lowerEdgeOf, representativeOf, upperEdgeOf, WAIT_BIN_COUNT } from './wait-histogram.ts';
import type { Interval } from './wilson.ts';

/**
 * A percentile of waits in minutes, read from counts by bin: the value that `percentile_cont` would interpolate if each
 * wait were its bin's representative, within 2 % of that of the waits themselves. Null when nobody was seen.
 */
export function waitPercentile(bins: readonly number[], q: number): number | null {
  const ends = cumulativeOf(bins);
  return (ends[ends.length - 1] ?? 0) === 0 ? null : interpolated(ends, q, representativeOf);
}

/**
 * A percentile with its 95 % interval by order statistics, widened to the edges of the bins they fall into: it holds the
 * interval of the exact waits. `high` is null where too few waits bound it: below 6 for a median, 36 for a 90th and 72
 * for a 95th percentile.
 */
export function waitPercentileEstimate(bins: readonly number[], q: number): Estimate {
  const measured = measuredPercentile(bins, q);
  if (measured === null) return { value: null, n: 0, low: null, high: null };
  const { low, high } = measured.intervalAt(Z95);
  return { value: measured.value, n: measured.n, low, high: Number.isFinite(high) ? high : null };
}

/**
 * Difference of one percentile between two groups of waits, in minutes, now minus then; null when there are too few waits
 * to bound it. Its interval allows for all that a bin leaves open, so a change finer than a bin (about 4 %) is never
 * called one, however many waits there are.
 */
export function differenceOfWaitPercentiles(
  now: readonly number[],
  then: readonly number[],
  q: number,
): Difference | null {
  const measuredNow = measuredPercentile(now, q);
  const measuredThen = measuredPercentile(then, q);
  return measuredNow === null || measuredThen === null ? null : recoveredDifference(measuredNow, measuredThen);
}

function measuredPercentile(bins: readonly number[], q: number): (Measured & { n: number }) | null {
  const ends = cumulativeOf(bins);
  const n = ends[ends.length - 1] ?? 0;
  if (n === 0) return null;
  const ranksAt = quantileRanks(n, q);
  const value = interpolated(ends, q, representativeOf);
  const known = { low: interpolated(ends, q, lowerEdgeOf), high: interpolated(ends, q, upperEdgeOf) };
  const intervalAt = (z: number): Interval => {
    const { low, high } = ranksAt(z);
    return {
      low: Math.min(value, low === null ? 0 : lowerEdgeOf(binOfRank(ends, low))),
      high: Math.max(value, high === null ? Infinity : upperEdgeOf(binOfRank(ends, high))),
    };
  };
  return { value, n, known, intervalAt };
}

/** What lies at the share `q` of the sorted waits, with `minutesOf` a bin standing for each wait in it. */
function interpolated(ends: readonly number[], q: number, minutesOf: (bin: number) => number): number {
  const n = ends[ends.length - 1] ?? 0;
  const position = Math.min(Math.max(q, 0), 1) * (n - 1);
  const before = Math.floor(position);
  const low = minutesOf(binOfRank(ends, before + 1));
  const high = minutesOf(binOfRank(ends, Math.min(before + 2, n)));
  return low + (position - before) * (high - low);
}

/** How many waits lie in each bin and those before it. */
export function cumulativeOf(bins: readonly number[]): number[] {
  const ends: number[] = [];
  let sum = 0;
  for (let bin = 0; bin < Math.min(bins.length, WAIT_BIN_COUNT); bin += 1) {
    sum += countAt(bins, bin);
    ends.push(sum);
  }
  return ends;
}

/** The bin of the wait at a place (from 1) in the sorted list. */
export function binOfRank(ends: readonly number[], rank: number): number {
  let low = 0;
  let high = ends.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) >= rank) high = middle;
    else low = middle + 1;
  }
  return low;
}
