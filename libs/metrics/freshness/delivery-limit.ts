import { incompleteBeta } from '../incomplete-beta.ts';

/** The constants of the rule on deliveries that are smaller than usual. */
export const DELIVERY_RULE = {
  /** Comparable deliveries looked at, the latest first; fewer than `fewest` judge nothing. */
  most: 8,
  fewest: 4,
  /** How seldom a usual delivery falls below the limit. */
  chance: 0.001,
  /** Deliveries vary by at least this share of their size, beyond what chance alone does. */
  leastVariation: 0.15,
} as const;

/** What deliveries like one are like, and how few rows would be out of the ordinary. */
export interface DeliveryLimit {
  /** The middle of the comparable deliveries, in rows. */
  usual: number;
  /** The fewest rows that are still usual: fewer come in one of a thousand. 0 where none are too few. */
  limit: number;
  /** How many deliveries it rests on. */
  n: number;
}

/**
 * How few rows a delivery may have before it is called smaller, learned from up to eight comparable ones, latest first.
 * Their median M and their median absolute deviation are not moved by one odd delivery among them. Rows are taken as a
 * negative binomial of mean M and variance max((1.4826·MAD)², M + (0.15·M)²); the limit is the smallest number of rows
 * that such a delivery stays below in at most one of a thousand cases. null while there are fewer than four.
 */
export function deliveryLimit(comparable: readonly number[]): DeliveryLimit | null {
  const { most, fewest, chance, leastVariation } = DELIVERY_RULE;
  const rows = comparable.slice(0, most);
  if (rows.length < fewest) return null;
  const usual = medianOf(rows);
  const spread = 1.4826 * medianOf(rows.map((count) => Math.abs(count - usual)));
  const variance = Math.max(spread ** 2, usual + (leastVariation * usual) ** 2);
  let [low, high] = [0, Math.ceil(usual)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (chanceOfAtMost(middle, usual, variance) > chance) high = middle;
    else low = middle + 1;
  }
  return { usual, limit: low, n: rows.length };
}

/** Chance of at most so many from a negative binomial with this mean and a larger variance. */
export function chanceOfAtMost(count: number, mean: number, variance: number): number {
  if (count < 0) return 0;
  if (mean <= 0) return 1;
  return incompleteBeta(mean / variance, mean ** 2 / (variance - mean), count + 1);
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? NaN) + upper) / 2;
}
