import type { Difference, Estimate, Metric } from './metric.ts';
import type { PartName } from './part-names.ts';
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
  /** What is added up, and what is taken off again; a plain count is one thing added. */
  parts: readonly (readonly [sign: 1 | -1, name: PartName, count: (counts: readonly number[]) => number])[];
  /** Only where the two counts are not independent of each other, as with what stands open. */
  difference?(now: readonly number[], then: readonly number[]): Difference | null;
}

/** A number of things that happened, exact and so without an interval; its change is judged as a Poisson count's. */
export function countMetric({ parts, difference, ...description }: CountDescription): Metric {
  const countOf = (counts: readonly number[]): number =>
    Math.max(
      0,
      parts.reduce((sum, [sign, , count]) => sum + sign * count(counts), 0),
    );
  return {
    ...description,
    unit: 'count',
    method: 'exact',
    withholdSmall: false,
    estimate: (counts) => estimateOf(countOf(counts)),
    making: {
      formula: parts.map(([sign, name], index) => `${index === 0 ? '' : sign < 0 ? ' − ' : ' + '}{${name}}`).join(''),
      partsOf: (counts) => ({
        counts: Object.fromEntries(parts.map(([, name, count]) => [name, count(counts)])),
        places: [],
      }),
      again: ({ counts }) =>
        estimateOf(
          Math.max(
            0,
            parts.reduce((sum, [sign, name]) => sum + sign * (counts[name] ?? 0), 0),
          ),
        ),
    },
    difference: (now, then) =>
      difference === undefined ? differenceOfCounts(countOf(now), countOf(then)) : difference(now, then),
  };
}

function estimateOf(value: number): Estimate {
  return { value, n: value, low: null, high: null };
}
