import { clusteredSlope, type WaitedReply } from './clustered-slope.ts';

/** What waiting does to satisfaction, or why that cannot be said. */
export interface WaitRelation {
  /** Percentage points of CSAT for each ten minutes more; null while nothing can be said. */
  value: number | null;
  low: number | null;
  high: number | null;
  /** Replies whose wait is known. */
  n: number;
  /** About how many more such replies would tell something; null when it is told, or replies are not what is missing. */
  needed: number | null;
}

/** Fewer tell nothing, and the interval of a linear model is not to be trusted below them. */
export const FEWEST_REPLIES = 60;
/** So many have to be satisfied, and so many not. */
const FEWEST_OF_EACH = 10;
const FEWEST_BLOCKS = 10;
const POINTS_PER_TEN_MINUTES = 1000;

/**
 * Percentage points of CSAT per ten minutes of waiting, among replies of the same department that ended the same way. A
 * linear probability model, because its slope is in the unit that is asked for; its intervals hold for any spread, which
 * that of a yes or no needs. Departments keep their own levels, so that one which is slow and disliked for other reasons
 * does not pass for the price of waiting; so do patients who left, so that leaving is not counted as waiting. It is what
 * goes together within departments, not proof of a cause.
 */
export function waitRelation(replies: readonly WaitedReply[]): WaitRelation {
  const n = replies.length;
  const nothing = { value: null, low: null, high: null, n };
  const satisfied = replies.filter((reply) => reply.satisfied).length;
  const fewest = Math.min(satisfied, n - satisfied);
  if (n < FEWEST_REPLIES) return { ...nothing, needed: FEWEST_REPLIES - n };
  if (fewest < FEWEST_OF_EACH) {
    return { ...nothing, needed: fewest === 0 ? null : Math.ceil((n * FEWEST_OF_EACH) / fewest) - n };
  }
  const slope = new Set(replies.map(({ block }) => block)).size < FEWEST_BLOCKS ? null : clusteredSlope(replies);
  if (slope === null) return { ...nothing, needed: null };
  const points = (share: number): number => share * POINTS_PER_TEN_MINUTES;
  return { value: points(slope.value), low: points(slope.low), high: points(slope.high), n, needed: null };
}
