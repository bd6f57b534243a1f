import type { MetricContext } from '#metrics/metric.ts';
import { WAIT_WITHIN_TARGET } from '#metrics/wait.metric.ts';
import { WAIT_SLOTS } from '#metrics/wait-counts.ts';
import { WAIT_BIN_COUNT } from '#metrics/wait-histogram.ts';
import type { WaitTarget } from '../question/organisation-view.ts';

/** What the counts of `levelledCounts` are to be read with: waits of no length are within it, the longest are not. */
export const LEVELLED: MetricContext = { targetMinutes: 0 };

/** The minutes within which a kind of wait should have been over on a date; undefined before its first target. */
export function targetInForce(targets: readonly WaitTarget[], kind: number, date: string): number | undefined {
  let inForce: WaitTarget | undefined;
  for (const target of targets) {
    if (target.kind === kind && target.holdsFrom <= date && !(inForce && inForce.holdsFrom > target.holdsFrom)) {
      inForce = target;
    }
  }
  return inForce?.minutes;
}

/**
 * Counts in which waits of several kinds, each with a target of its own, stand against one: those within the target of
 * their kind are counted as no wait at all, the others as the longest there is. A kind without a target does not count.
 */
export function levelledCounts(
  kinds: readonly { kind: number; counts: readonly number[] }[],
  targets: readonly WaitTarget[],
  date: string,
): number[] {
  const levelled = new Array<number>(WAIT_SLOTS.bins + WAIT_BIN_COUNT).fill(0);
  for (const { kind, counts } of kinds) {
    const targetMinutes = targetInForce(targets, kind, date);
    if (targetMinutes === undefined) continue;
    const { value, n } = WAIT_WITHIN_TARGET.estimate(counts, { targetMinutes });
    const within = Math.round(((value ?? 0) * n) / 100);
    levelled[WAIT_SLOTS.bins] = (levelled[WAIT_SLOTS.bins] ?? 0) + within;
    levelled[levelled.length - 1] = (levelled.at(-1) ?? 0) + n - within;
  }
  return levelled;
}
