import type { Estimate, Metric, MetricContext } from './metric.ts';
import { differenceOfShares, type Share } from './newcombe.ts';
import { Z95 } from './normal.ts';
import type { PartName } from './part-names.ts';
import { wilsonInterval } from './wilson.ts';

/** What a metric that is a share has to say of itself; the arithmetic is the same for all of them. */
export interface ShareDescription extends Pick<
  Metric,
  | 'code'
  | 'name'
  | 'meaning'
  | 'source'
  | 'facts'
  | 'family'
  | 'direction'
  | 'dimensions'
  | 'settledDaysOnly'
  | 'withholdSmall'
  | 'alsoRestsOn'
> {
  /** How many of how many; null where it cannot be told, such as a target that is not set. */
  share(counts: readonly number[], context: MetricContext): Share | null;
  /** What is counted, and among what. */
  parts: readonly [counted: PartName, among: PartName];
  /** Replies a week at which half of a measured extra variation is believed; 100 unless it is said. */
  halfBelievedAt?: number;
}

/** A share of something in percent, with Wilson's interval, Newcombe's difference, and the signal rule. */
export function shareMetric({ share, parts, halfBelievedAt = 100, ...description }: ShareDescription): Metric {
  const shareOf = (counts: readonly number[], context: MetricContext): Share | null => {
    const counted = share(counts, context);
    if (counted === null) return null;
    const n = Math.max(0, counted.n);
    return { n, successes: Math.min(Math.max(0, counted.successes), n) };
  };
  const [counted, among] = parts;
  return {
    ...description,
    unit: 'percent',
    method: 'wilson95',
    estimate: (counts, context) => estimateOf(shareOf(counts, context)),
    making: {
      formula: `100 · {${counted}} / {${among}}`,
      partsOf(counts, context) {
        const found = shareOf(counts, context);
        return { counts: { [counted]: found?.successes ?? 0, [among]: found?.n ?? 0 }, places: [] };
      },
      again: ({ counts }) => estimateOf({ successes: counts[counted] ?? 0, n: counts[among] ?? 0 }),
    },
    difference(now, then, context) {
      const shareNow = shareOf(now, context);
      const shareThen = shareOf(then, context);
      if (shareNow === null || shareThen === null) return null;
      const change = differenceOfShares(shareNow, shareThen);
      if (change === null) return null;
      const { difference, low, high, pValue } = change;
      return { difference: 100 * difference, low: 100 * low, high: 100 * high, pValue };
    },
    signal(baseline, context) {
      if (shareOf(baseline, context) === null) return null;
      return {
        halfBelievedAt,
        read(counts) {
          const { successes, n } = shareOf(counts, context) ?? { successes: 0, n: 0 };
          return { x: successes, n, squares: successes };
        },
        inUnit: (value) => 100 * value,
      };
    },
  };
}

function estimateOf(share: Share | null): Estimate {
  if (share === null || share.n === 0) return { value: null, n: 0, low: null, high: null };
  const { successes, n } = share;
  const { low, high } = wilsonInterval(successes, n, Z95);
  return { value: (100 * successes) / n, n, low: 100 * low, high: 100 * high };
}
