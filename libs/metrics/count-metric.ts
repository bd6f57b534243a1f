import type { Difference, Metric } from './metric.ts';
import { differenceOfCounts } from './poisson.ts';

/** What a metric that is a plain count has to say of itself. */
export interface CountDescription extends Pick<
  Metric,
  | 'code'
  | 'name'
  | 'meaning'
  | 'source'
  | 'facts'
  | 'family'
  | 'direction'
  | 'dimensions'
  | 'cumulative'
  | 'countsPeople'
> {
  count(counts: readonly number[]): number;
  /** Only where the two counts are not independent of each other, as with what stands open. */
  difference?(now: readonly number[], then: readonly number[]): Difference | null;
}

/** A number of things that happened, exact and so without an interval; its change is judged as a Poisson count's. */
export function countMetric({ count, difference, ...description }: CountDescription): Metric {
  const countOf = (counts: readonly number[]): number => Math.max(0, count(counts));
  return {
    ...description,
    unit: 'count',
    method: 'exact',
    withholdSmall: false,
    estimate(counts) {
      const value = countOf(counts);
      return { value, n: value, low: null, high: null };
    },
    difference: (now, then) =>
      difference === undefined ? differenceOfCounts(countOf(now), countOf(then)) : difference(now, then),
  };
}
