import { dayNumberOf } from '#domain/calendar-date.ts';
import { countReply, emptyPairSums, type PairSums } from '#metrics/drivers/pair-sums.ts';
import { blockOf } from '#metrics/drivers/reply-blocks.ts';
import type { Reply } from './read-replies.ts';

/** The sums of each block of replies: question 0 is the overall score, the others are the touchpoints in order. */
export function countBlocks(
  replies: readonly Reply[],
  slots: readonly number[],
  span: { readFrom: string; to: string },
): PairSums[] {
  const days = dayNumberOf(span.to) - dayNumberOf(span.readFrom);
  const blocks = new Map<number, PairSums>();
  replies.forEach(({ day, csat, scores }, index) => {
    const block = blockOf(day, index, days);
    let sums = blocks.get(block);
    if (sums === undefined) blocks.set(block, (sums = emptyPairSums(slots.length + 1)));
    countReply(sums, [csat, ...slots.map((slot) => scores?.[slot - 1] ?? null)]);
  });
  return [...blocks].sort(([one], [other]) => one - other).map(([, sums]) => sums);
}
