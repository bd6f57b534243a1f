import type { WaitOutcome } from '#domain/wait.ts';
import { waitBinOf } from './wait-histogram.ts';

/**
 * What one cell of waits counts, slot by slot (0-based here; Postgres arrays begin at 1). Everything stands on the date
 * on which the wait began, and is additive.
 */
export const WAIT_SLOTS = {
  started: 0,
  /** Ended by being seen (or answered, replied to, delivered). */
  seen: 1,
  /** Ended by leaving without being seen. */
  left: 2,
  /** Not over yet. */
  waiting: 3,
  /**
   * A wait was promised and it is known whether the promise held: seen waits, and those who left only after the
   * promised time had run out. Whoever left earlier, or is still waiting, cannot be told.
   */
  promised: 4,
  /** Of those, seen within the promised time. */
  withinPromise: 5,
  /** Seen waits by length, in the bins of wait-histogram.ts. */
  bins: 6,
} as const;

/** A wait as far as the cells are concerned. */
export interface CountedWait {
  outcome: WaitOutcome;
  /** Minutes until the end; null while it goes on or where the length is not known. */
  waitMinutes: number | null;
  promisedMinutes: number | null;
}

/** Adds one wait to a cell's counts, or takes it out again with `sign` −1. */
export function addWait(counts: number[], { outcome, waitMinutes, promisedMinutes }: CountedWait, sign: 1 | -1): void {
  const add = (slot: number): void => {
    while (counts.length <= slot) counts.push(0);
    counts[slot] = (counts[slot] ?? 0) + sign;
  };
  add(WAIT_SLOTS.started);
  if (outcome === 'waiting') {
    add(WAIT_SLOTS.waiting);
    return;
  }
  const seen = outcome === 'seen';
  add(seen ? WAIT_SLOTS.seen : WAIT_SLOTS.left);
  if (waitMinutes === null) return;
  if (seen) add(WAIT_SLOTS.bins + waitBinOf(waitMinutes));
  if (promisedMinutes === null) return;
  const kept = waitMinutes <= promisedMinutes;
  if (seen || !kept) add(WAIT_SLOTS.promised);
  if (seen && kept) add(WAIT_SLOTS.withinPromise);
}
