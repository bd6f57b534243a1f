import type { Difference } from './metric.ts';
import { normalTail, Z95 } from './normal.ts';
import type { Interval } from './wilson.ts';

/** A value with its interval at any normal deviate z; an end that cannot be known is infinite. */
export interface Measured {
  value: number;
  intervalAt(z: number): Interval;
}

/**
 * The difference of two independent values, now minus then, with an interval put together from their own intervals, and
 * the two-sided p-value at which that interval would just touch zero: interval and p-value never contradict each other.
 * Null when the interval is open at an end, as for the 95th percentile of a few waits.
 * Source: the method of variance estimates recovery, Zou and Donner 2008, doi:10.1002/sim.3095; with Wilson's intervals
 * it is Newcombe's hybrid interval.
 */
export function recoveredDifference(now: Measured, then: Measured): Difference | null {
  const difference = now.value - then.value;
  const low = difference - reach(now, then, Z95);
  const high = difference + reach(then, now, Z95);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null;
  return { difference, low, high, pValue: difference < 0 ? pValue(then, now) : pValue(now, then) };
}

/** How far the difference upper − lower may lie below what was seen. */
function reach(upper: Measured, lower: Measured, z: number): number {
  const down = Math.max(0, upper.value - upper.intervalAt(z).low);
  const up = Math.max(0, lower.intervalAt(z).high - lower.value);
  return Math.hypot(down, up);
}

/** Beyond this deviate the p-value is zero in double precision. */
const LAST_Z = 38;

function pValue(upper: Measured, lower: Measured): number {
  const difference = upper.value - lower.value;
  const excludesZero = (z: number): boolean => reach(upper, lower, z) < difference;
  if (!excludesZero(0)) return 1;
  let inside = 0;
  let outside = LAST_Z;
  if (excludesZero(outside)) return 0;
  for (let step = 0; step < 45; step += 1) {
    const middle = (inside + outside) / 2;
    if (excludesZero(middle)) inside = middle;
    else outside = middle;
  }
  return 2 * normalTail(outside);
}
