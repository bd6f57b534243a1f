import type { Dimension, Where } from '#contracts/dimension.ts';
import { type Channel, CHANNELS } from '#domain/channel.ts';

/** The dimensions by which complaints in a queue can be told apart; the rest of a page's filters is about other facts. */
export const QUEUE_DIMENSIONS = ['site', 'department', 'touchpoint', 'channel'] as const satisfies readonly Dimension[];

export type QueueWhere = Pick<Where, 'site' | 'department' | 'touchpoint'> & { channel?: (Channel | 'unknown')[] };

/** The filters that a queue understands. */
export function queueWhere({ site = [], department = [], touchpoint = [], channel = [] }: Where): QueueWhere {
  const channels = channel.filter(isChannel);
  return {
    ...(site.length > 0 ? { site } : {}),
    ...(department.length > 0 ? { department } : {}),
    ...(touchpoint.length > 0 ? { touchpoint } : {}),
    ...(channels.length > 0 ? { channel: channels } : {}),
  };
}

function isChannel(code: string): code is Channel | 'unknown' {
  return CHANNELS.numberOf(code) !== undefined;
}
