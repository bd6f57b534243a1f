import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import type { Transaction } from '../../database/database.ts';
import { REPLIES_SQL } from './relation-reads.query.ts';

/** The most replies that are read for one relation. */
export const MOST_REPLIES = 50_000;
/** The most rows looked at for them, over all departments; each may have a thousand looked at all the same. */
const MOST_LOOKED_AT = 100_000;
const FEWEST_OF_A_DEPARTMENT = 1_000;

export interface RepliesAsked {
  departmentIds: readonly string[];
  from: string;
  to: string;
  channels: readonly number[] | null;
  languages: readonly string[] | null;
  /** Only replies that name a visit. */
  ofVisits: boolean;
}

/** A reply that holds the overall score. */
export interface Reply {
  /** Its date, in days since 1970. */
  day: number;
  csat: number;
  /** By slot of the touchpoint, less one. */
  scores: (number | null)[] | null;
  visit: string | null;
  answeredMs: number;
}

export interface RepliesRead {
  replies: readonly Reply[];
  /** The first date of which all are among them. */
  readFrom: string;
  limited: boolean;
}

/** How many rows of each of so many departments are looked at. */
export const mostOfDepartment = (departments: number): number =>
  Math.min(MOST_REPLIES + 1, Math.max(FEWEST_OF_A_DEPARTMENT, Math.ceil(MOST_LOOKED_AT / Math.max(1, departments))));

/** The newest replies; where there are more than are read, whole days of them. */
export async function readReplies({ client, scope }: Transaction, asked: RepliesAsked): Promise<RepliesRead> {
  const { departmentIds, from, to, channels, languages, ofVisits } = asked;
  const looked = mostOfDepartment(departmentIds.length);
  const { rows } = await client.query({
    name: 'relation-replies',
    text: REPLIES_SQL,
    values: [scope.organisationId, departmentIds, from, to, looked, channels, languages, ofVisits, MOST_REPLIES + 1],
  });
  const replies = rows as (Reply & { cut: boolean })[];
  const limited = replies.length > MOST_REPLIES || replies[0]?.cut === true;
  if (!limited) return { replies, readFrom: from, limited };
  const broken = Math.min(...replies.map(({ day }) => day));
  return {
    replies: replies.filter(({ day }) => day > broken),
    readFrom: dateOf(Math.max(broken + 1, dayNumberOf(from))),
    limited,
  };
}
