import type { Difference } from './metric.ts';
import { recoveredDifference } from './recovered-difference.ts';

/**
 * Difference of two counts of independent events in periods of equal length, now minus then, taking each as a Poisson
 * count: what comes and goes by chance does not pass for a change. The interval of one count is the score interval
 * x + z²/2 ∓ z√(x + z²/4), put together as in recovered-difference.ts.
 */
export function differenceOfCounts(now: number, then: number): Difference | null {
  return recoveredDifference(measuredCount(now), measuredCount(then));
}

const measuredCount = (count: number) => ({
  value: count,
  intervalAt: (z: number) => {
    const centre = count + (z * z) / 2;
    const spread = z * Math.sqrt(count + (z * z) / 4);
    return { low: Math.max(0, centre - spread), high: centre + spread };
  },
});
