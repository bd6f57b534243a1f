import type { Difference } from './metric.ts';
import { recoveredDifference } from './recovered-difference.ts';
import { wilsonInterval } from './wilson.ts';

/** A share as counts: `successes` of `n`. */
export interface Share {
  successes: number;
  n: number;
}

/**
 * Difference of two shares (0–1), now minus then; null when nobody answered in one of them.
 * Source: Newcombe 1998, method 10 (hybrid of two Wilson intervals), Statistics in Medicine 17:873–890.
 */
export function differenceOfShares(now: Share, then: Share): Difference | null {
  if (!(now.n > 0) || !(then.n > 0)) return null;
  return recoveredDifference(measuredShare(now), measuredShare(then));
}

const measuredShare = ({ successes, n }: Share) => ({
  value: successes / n,
  intervalAt: (z: number) => wilsonInterval(successes, n, z),
});
