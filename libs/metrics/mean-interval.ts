import type { Scale } from '#domain/scale.ts';
import type { Difference } from './metric.ts';
import { countAt } from './slot-count.ts';
import { studentT95, studentTail } from './student-t.ts';
import type { Interval } from './wilson.ts';

/** A mean of scores with its 95 % interval, in points of the scale. */
export interface MeanWithInterval extends Interval {
  mean: number;
  n: number;
}

/**
 * Mean of scores from their counts (slot 0 = the scale's lowest score), with Student's t interval on the answers and
 * three more: ¾ at each end of the scale and 1½ in its middle, the same three that the adjusted Wald interval gives the
 * NPS. The mean stays that of the answers. Without them ten fives would have an interval of no width, and scores crowded
 * at the top one that covers the truth in 40–65 % of samples of ten; with them it covered 95 % or more in simulations of
 * 3 to 1,000 answers. Their weight fades as answers come in. Null when nobody answered.
 */
export function meanInterval(counts: readonly number[], scale: Scale): MeanWithInterval | null {
  return meanIntervalOfSums(scoreSums(counts, scale), scale);
}

/** Scores added up: all that their mean and its interval are made of. */
export interface ScoreSums {
  n: number;
  sum: number;
  squares: number;
}

export function scoreSums(counts: readonly number[], { min, max }: Scale): ScoreSums {
  const sums = { n: 0, sum: 0, squares: 0 };
  for (let score = min; score <= max; score += 1) {
    const count = countAt(counts, score - min);
    sums.n += count;
    sums.sum += count * score;
    sums.squares += count * score ** 2;
  }
  return sums;
}

/** The same from the sums alone. */
export function meanIntervalOfSums(sums: ScoreSums, scale: Scale): MeanWithInterval | null {
  const { n, mean, steadied } = momentsOf(sums, scale);
  if (n === 0) return null;
  const reach = studentT95(steadied.n - 1) * Math.sqrt(steadied.variance / steadied.n);
  return {
    mean,
    n,
    low: Math.max(scale.min, Math.min(mean, steadied.mean - reach)),
    high: Math.min(scale.max, Math.max(mean, steadied.mean + reach)),
  };
}

/**
 * Difference of two means, now minus then, by Welch's t on the variances that include the three added answers; null when
 * nobody answered in one of them.
 */
export function differenceOfMeans(now: readonly number[], then: readonly number[], scale: Scale): Difference | null {
  const a = momentsOf(scoreSums(now, scale), scale);
  const b = momentsOf(scoreSums(then, scale), scale);
  if (a.n === 0 || b.n === 0) return null;
  const partA = a.steadied.variance / a.steadied.n;
  const partB = b.steadied.variance / b.steadied.n;
  const error = Math.sqrt(partA + partB);
  const freedom = (partA + partB) ** 2 / (partA ** 2 / (a.steadied.n - 1) + partB ** 2 / (b.steadied.n - 1));
  const difference = a.mean - b.mean;
  const reach = studentT95(freedom) * error;
  const widest = scale.max - scale.min;
  return {
    difference,
    low: Math.max(-widest, difference - reach),
    high: Math.min(widest, difference + reach),
    pValue: Math.min(1, 2 * studentTail(Math.abs(difference) / error, freedom)),
  };
}

interface Moments {
  n: number;
  mean: number;
  /** With the three added answers. */
  steadied: { n: number; mean: number; variance: number };
}

function momentsOf({ n, sum, squares: ofScores }: ScoreSums, { min, max }: Scale): Moments {
  const middle = (min + max) / 2;
  const fromMiddle = sum - n * middle;
  const squares = ofScores - 2 * middle * sum + n * middle ** 2;
  const steadiedN = n + 3;
  const addedSquares = 1.5 * (max - middle) ** 2;
  return {
    n,
    mean: n === 0 ? middle : middle + fromMiddle / n,
    steadied: {
      n: steadiedN,
      mean: middle + fromMiddle / steadiedN,
      variance: (squares + addedSquares - fromMiddle ** 2 / steadiedN) / (steadiedN - 1),
    },
  };
}
