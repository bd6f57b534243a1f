import { WAIT_DIMENSIONS } from './dimensions-of-facts.ts';
import type { Metric } from './metric.ts';
import { countBetween } from './slot-count.ts';
import { WAIT_SLOTS } from './wait-counts.ts';
import { WAIT_BIN_COUNT, waitBinOf } from './wait-histogram.ts';
import { binsOfPlaces, waitPlaces } from './wait-places.ts';
import { differenceOfWaitPercentiles, waitPercentile, waitPercentileEstimate } from './wait-percentile.ts';

const binsOf = (counts: readonly number[]): readonly number[] => counts.slice(WAIT_SLOTS.bins);

/** What one percentile has to say of itself. */
interface PercentileDescription extends Pick<Metric, 'code' | 'name' | 'meaning' | 'source'> {
  /** 0.5 for the median. */
  quantile: number;
}

function waitPercentileMetric({ quantile, ...description }: PercentileDescription): Metric {
  return {
    ...description,
    facts: 'waits',
    family: 'waits',
    unit: 'minutes',
    direction: 'lower',
    method: 'order-statistics95',
    dimensions: WAIT_DIMENSIONS,
    withholdSmall: true,
    estimate: (counts) => waitPercentileEstimate(binsOf(counts), quantile),
    making: {
      formula: `percentile_cont(${quantile}) of {seen}`,
      partsOf: (counts) => ({
        counts: { seen: countBetween(binsOf(counts), 0, WAIT_BIN_COUNT - 1) },
        places: waitPlaces(binsOf(counts), quantile),
      }),
      again: ({ counts, places }) => waitPercentileEstimate(binsOfPlaces(counts.seen ?? 0, places), quantile),
    },
    difference: (now, then) => differenceOfWaitPercentiles(binsOf(now), binsOf(then), quantile),
    signal(baseline) {
      const bins = binsOf(baseline);
      const usual = waitPercentile(bins, quantile);
      if (usual === null) return null;
      const usualBin = waitBinOf(usual);
      const beyond = (counts: readonly number[]): number =>
        countBetween(counts, usualBin + 1, Math.min(counts.length, WAIT_BIN_COUNT) - 1);
      const usualShare = beyond(bins) / countBetween(bins, 0, WAIT_BIN_COUNT - 1);
      return {
        halfBelievedAt: 25,
        read(counts) {
          const now = binsOf(counts);
          const x = beyond(now);
          return { x, n: countBetween(now, 0, Math.min(now.length, WAIT_BIN_COUNT) - 1), squares: x };
        },
        inUnit: (share) => waitPercentile(bins, quantile + usualShare - mirrored(share, usualShare)) ?? usual,
      };
    },
  };
}

/**
 * The baseline's share that lies as far on the other side of `usual` as `share` on its own, on the scale where shares
 * vary alike (the angle whose sine is their root). If a week's percentile is to move to some minutes, a share of the
 * baseline that is this small (or large) lies beyond them.
 */
function mirrored(share: number, usual: number): number {
  const angle = (value: number): number => Math.asin(Math.sqrt(Math.min(1, Math.max(0, value))));
  const other = Math.min(Math.PI / 2, Math.max(0, 2 * angle(usual) - angle(share)));
  return Math.sin(other) ** 2;
}

/** The wait that half of the patients exceed. */
export const WAIT_MEDIAN = waitPercentileMetric({
  code: 'wait-median',
  name: 'Median wait',
  meaning: 'Half of the patients who were seen waited longer than this many minutes.',
  source: 'CMS OP-18; interval by order statistics.',
  quantile: 0.5,
});

/** The wait that one patient in ten exceeds. */
export const WAIT_P90 = waitPercentileMetric({
  code: 'wait-p90',
  name: '90th percentile of waits',
  meaning: 'One in ten patients who were seen waited longer than this many minutes.',
  source: 'Percentile by linear interpolation; interval by order statistics.',
  quantile: 0.9,
});

/** The wait that one patient in twenty exceeds. */
export const WAIT_P95 = waitPercentileMetric({
  code: 'wait-p95',
  name: '95th percentile of waits',
  meaning: 'One in twenty patients who were seen waited longer than this many minutes.',
  source: 'Percentile by linear interpolation; interval by order statistics.',
  quantile: 0.95,
});
