import type { WaitOutcome } from '#domain/wait.ts';

/** A wait as it is known. */
export interface KnownWait {
  startedMs: number;
  endedMs: number | null;
  outcome: WaitOutcome;
  promisedMinutes: number | null;
}

const MINUTE_MS = 60_000;
/** Nobody waits a day to be seen and answers meanwhile: the log was not closed. */
const NOT_CLOSED_AFTER = 24 * 60;

/**
 * How many minutes a patient had waited when the answer was given; null where that is not known. It is what the answer
 * can rest on, and it is known also of a wait that is not over and of one that ended by leaving: neither counts as zero,
 * nor as a wait that ended. A wait without an end is unknown once a day has passed, because then the log was not closed.
 */
export function waitLivedThrough({ startedMs, endedMs, outcome }: KnownWait, answeredMs: number): number | null {
  if (answeredMs < startedMs) return null;
  if (endedMs !== null) return (Math.min(endedMs, answeredMs) - startedMs) / MINUTE_MS;
  if (outcome !== 'waiting') return null;
  const minutes = (answeredMs - startedMs) / MINUTE_MS;
  return minutes < NOT_CLOSED_AFTER ? minutes : null;
}

/** How many of the minutes lay beyond what was promised; null where nothing was. */
export function beyondPromise(minutes: number, { promisedMinutes }: KnownWait): number | null {
  return promisedMinutes === null ? null : Math.max(0, minutes - promisedMinutes);
}
