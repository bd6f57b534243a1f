import type { WaitPlace } from './making.ts';
import { Z95 } from './normal.ts';
import { quantileRanks } from './order-statistic-ranks.ts';
import { upperEdgeOf, waitBinOf } from './wait-histogram.ts';
import { binOfRank, cumulativeOf } from './wait-percentile.ts';

/**
 * The few waits that a percentile and its interval are read from, by their place in the sorted list: the two it lies
 * between and the two that bound it. The others may have any length on their side of these.
 */
export function waitPlaces(bins: readonly number[], quantile: number): WaitPlace[] {
  const ends = cumulativeOf(bins);
  const n = ends.at(-1) ?? 0;
  if (n === 0) return [];
  const before = Math.floor(quantile * (n - 1)) + 1;
  const { low, high } = quantileRanks(n, quantile)(Z95);
  const ranks = new Set([low, before, Math.min(before + 1, n), high].filter((rank) => rank !== null));
  return [...ranks].sort((a, b) => a - b).map((rank) => ({ rank, minutes: upperEdgeOf(binOfRank(ends, rank)) }));
}

/** Counts by bin of `n` waits of which only some places are known: the same percentile and interval follow from them. */
export function binsOfPlaces(n: number, places: readonly WaitPlace[]): number[] {
  const bins: number[] = [];
  let placed = 0;
  const sorted = places.filter(({ rank }) => rank >= 1 && rank <= n).sort((a, b) => a.rank - b.rank);
  sorted.forEach(({ rank, minutes }, index) => {
    const end = index === sorted.length - 1 ? n : rank;
    const bin = waitBinOf(minutes);
    while (bins.length <= bin) bins.push(0);
    bins[bin] = (bins[bin] ?? 0) + end - placed;
    placed = end;
  });
  return bins;
}
