import { dayNumberOf } from '#domain/calendar-date.ts';
import { blockOf } from '#metrics/drivers/reply-blocks.ts';
import type { WaitedReply } from '#metrics/wait-relation/clustered-slope.ts';
import { beyondPromise, waitLivedThrough } from '#metrics/wait-relation/wait-lived-through.ts';
import type { Reply } from './read-replies.ts';
import type { VisitWait } from './read-waits.ts';

/** Scores from which somebody is satisfied, as CSAT counts them. */
const SATISFIED = 4;

/** Replies with what had been waited when they were given. */
export interface MatchedReplies {
  waited: WaitedReply[];
  /** Of those to whom something was promised: the minutes beyond it. */
  beyond: WaitedReply[];
}

/**
 * Puts each reply with the last wait of its visit that had begun by then. Replies whose wait is not known are in neither
 * list: they count neither as no wait nor as a long one.
 */
export function matchWaits(
  replies: readonly Reply[],
  waits: ReadonlyMap<string, readonly VisitWait[]>,
  span: { readFrom: string; to: string },
): MatchedReplies {
  const days = dayNumberOf(span.to) - dayNumberOf(span.readFrom);
  const matched: MatchedReplies = { waited: [], beyond: [] };
  replies.forEach(({ visit, answeredMs, csat, day }, index) => {
    const wait = visit === null ? undefined : waits.get(visit)?.findLast(({ startedMs }) => startedMs <= answeredMs);
    const minutes = wait === undefined ? null : waitLivedThrough(wait, answeredMs);
    if (wait === undefined || minutes === null) return;
    const reply = {
      group: `${wait.department} ${wait.outcome}`,
      block: blockOf(day, index, days),
      satisfied: csat >= SATISFIED,
    };
    matched.waited.push({ ...reply, minutes });
    const beyond = beyondPromise(minutes, wait);
    if (beyond !== null) matched.beyond.push({ ...reply, minutes: beyond });
  });
  return matched;
}
