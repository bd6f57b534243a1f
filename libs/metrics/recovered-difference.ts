import type { Difference } from './metric.ts';
import { normalTail, Z95 } from './normal.ts';
import type { Interval } from './wilson.ts';

/** A value with its interval at any normal deviate z; an end that cannot be known is infinite. */
export interface Measured {
  value: number;
  intervalAt(z: number): Interval;
  /** Between what the value itself lies where it is only known roughly, as a wait by its bin; exact when left out. */
  known?: Interval;
}

/**
 * The difference of two independent values, now minus then, with an interval put together from their own intervals, and
 * the two-sided p-value at which that interval would just touch zero: interval and p-value never contradict each other.
 * Null when the interval is open at an end, as for the 95th percentile of a few waits.
 * Source: the method of variance estimates recovery, Zou and Donner 2008, doi:10.1002/sim.3095; with Wilson's intervals
 * it is Newcombe's hybrid interval.
 */
export function recoveredDifference(now: Measured, then: Measured): Difference | null {
  const low = lowEnd(now, then, Z95);
  const high = -lowEnd(then, now, Z95);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return null;
  const difference = now.value - then.value;
  return { difference, low, high, pValue: difference < 0 ? pValue(then, now) : pValue(now, then) };
}

/** Lower end of the interval of upper − lower, with the least that upper and the most that lower may be. */
function lowEnd(upper: Measured, lower: Measured, z: number): number {
  const least = upper.known?.low ?? upper.value;
  const most = lower.known?.high ?? lower.value;
  const down = Math.max(0, least - upper.intervalAt(z).low);
  const up = Math.max(0, lower.intervalAt(z).high - most);
  return least - most - Math.hypot(down, up);
}

/** Beyond this deviate the p-value is zero in double precision. */
const LAST_Z = 38;

function pValue(upper: Measured, lower: Measured): number {
  const excludesZero = (z: number): boolean => lowEnd(upper, lower, z) > 0;
  if (!excludesZero(0)) return 1;
  if (excludesZero(LAST_Z)) return 0;
  let inside = 0;
  let outside = LAST_Z;
  for (let step = 0; step < 45; step += 1) {
    const middle = (inside + outside) / 2;
    if (excludesZero(middle)) inside = middle;
    else outside = middle;
  }
  return 2 * normalTail(outside);
}
