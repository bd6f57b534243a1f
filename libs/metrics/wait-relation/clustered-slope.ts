import { studentT95 } from '../student-t.ts';

/** One reply whose wait is known. */
export interface WaitedReply {
  /** Replies are compared only within one group. */
  group: string;
  /** Replies of one block may resemble each other. */
  block: number;
  minutes: number;
  satisfied: boolean;
}

export interface Slope {
  /** Change of the share satisfied, from 0 to 1, for each minute. */
  value: number;
  low: number;
  high: number;
}

/**
 * The slope of a linear probability model with a level of its own for each group, by least squares on what lies within the
 * groups, and its 95 % interval from standard errors that hold whatever the spread and however alike the replies of a
 * block are (cluster-robust, CR1, on Student's t with one degree of freedom less than there are blocks). Null where waits
 * or answers do not vary within any group, or there are fewer than two blocks.
 *
 * Source: Liang & Zeger 1986; Cameron & Miller 2015, Journal of Human Resources 50(2), equations 11 and 12.
 */
export function clusteredSlope(replies: readonly WaitedReply[]): Slope | null {
  const groups = [...Map.groupBy(replies, ({ group }) => group).values()];
  const rows = groups.flatMap(withinGroup);
  const spread = sum(rows.map(({ x }) => x * x));
  const answers = sum(rows.map(({ y }) => y * y));
  const blocks = Map.groupBy(rows, ({ block }) => block);
  // A group gives its level away: what is left tells a slope only if there is more left than the slope itself.
  const freedom = rows.length - groups.length - 1;
  if (!(spread > 1e-9) || !(answers > 1e-9) || blocks.size < 2 || freedom < 1) return null;
  const value = sum(rows.map(({ x, y }) => x * y)) / spread;
  const scores = [...blocks.values()].map((block) => sum(block.map(({ x, y }) => x * (y - value * x))));
  const correction = (blocks.size / (blocks.size - 1)) * ((rows.length - 1) / freedom);
  const error = Math.sqrt(correction * sum(scores.map((score) => score * score))) / spread;
  const reach = studentT95(blocks.size - 1) * error;
  return { value, low: value - reach, high: value + reach };
}

interface Centred {
  block: number;
  x: number;
  y: number;
}

function withinGroup(replies: readonly WaitedReply[]): Centred[] {
  const minutes = sum(replies.map((reply) => reply.minutes)) / replies.length;
  const satisfied = replies.filter((reply) => reply.satisfied).length / replies.length;
  return replies.map((reply) => ({
    block: reply.block,
    x: reply.minutes - minutes,
    y: (reply.satisfied ? 1 : 0) - satisfied,
  }));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
