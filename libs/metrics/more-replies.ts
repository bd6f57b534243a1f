import type { Difference, Metric, MetricContext } from './metric.ts';
import type { Unit } from './vocabulary.ts';

/** How many more replies would tell a difference, and which. */
export interface MoreReplies {
  /** Over both sides together, at their present proportion; up to two digits, rounded up. 0 if there are enough. */
  replies: number;
  /** The difference they would tell, in the metric's unit. */
  difference: number;
}

/** Differences worth telling. A score of few steps and a plain count have none that would be the same everywhere. */
const WORTH_TELLING: Partial<Record<Unit, number>> = { percent: 5, points: 5, minutes: 5 };

/**
 * How many more replies it would take before a difference of 5 points (5 minutes of a wait) were told: the 95 % interval
 * of the difference would reach at most that far to either side, if everybody went on answering as they do. Null where
 * it cannot be said: nobody answered on a side, or no number of replies up to 9,900,000 would do, as for waits so long
 * that they are counted in wider steps.
 */
export function moreReplies(
  metric: Pick<Metric, 'unit' | 'method' | 'estimate' | 'difference'>,
  now: readonly number[],
  then: readonly number[],
  context: MetricContext = {},
): MoreReplies | null {
  const difference = WORTH_TELLING[metric.unit];
  const [a, b] = [metric.estimate(now, context).n, metric.estimate(then, context).n];
  if (difference === undefined || !(a > 0) || !(b > 0)) return null;
  // Places in a sorted list are whole numbers: waits are counted one by one.
  const grow = metric.method === 'order-statistics95' ? grownWhole : grown;
  const at = (factor: number): Difference | null => metric.difference(grow(now, factor), grow(then, factor), context);
  const replies = repliesUntil(at, a + b, difference);
  return replies === null ? null : { replies, difference };
}

/**
 * The least number of replies beside the `n` there are, of at most two digits and noughts, with which the interval
 * reaches at most `target` to either side; `differenceAt` tells the difference if there were so many times as many.
 */
export function repliesUntil(
  differenceAt: (factor: number) => Difference | null,
  n: number,
  target: number,
): number | null {
  const tells = (step: number): boolean => reachOf(differenceAt(1 + roundNumber(step) / n)) <= target;
  if (!(n > 0) || !tells(LAST_STEP)) return null;
  let tooFew = -1;
  let enough = LAST_STEP;
  while (enough - tooFew > 1) {
    const middle = (tooFew + enough) >> 1;
    if (tells(middle)) enough = middle;
    else tooFew = middle;
  }
  return roundNumber(enough);
}

/** How far the interval of a difference reaches to either side; infinite where there is none. */
export function reachOf(difference: Pick<Difference, 'low' | 'high'> | null): number {
  if (difference === null) return Infinity;
  const reach = (difference.high - difference.low) / 2;
  return Number.isNaN(reach) ? Infinity : reach;
}

/** 0, 1, …, 99, 100, 110, …, 990, 1,000, 1,100, … */
const roundNumber = (step: number): number => {
  if (step < 100) return step;
  const noughts = Math.floor((step - 100) / 90) + 1;
  return (10 + ((step - 100) % 90)) * 10 ** noughts;
};
const LAST_STEP = 100 + 90 * 5 + 89;

const grown = (counts: readonly number[], factor: number): number[] => counts.map((count) => count * factor);

function grownWhole(counts: readonly number[], factor: number): number[] {
  let sum = 0;
  let told = 0;
  return counts.map((count) => {
    sum += count;
    const before = told;
    told = Math.round(sum * factor);
    return told - before;
  });
}
