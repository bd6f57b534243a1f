import type { PersonSessionDto } from '#contracts/people.dto.ts';
import { SESSION_RULES } from '../access/session-rules.ts';
import type { Transaction } from '../database/database.ts';

const LIVE_SQL = `
select s.id, s.created_at as "createdAt", s.last_seen_at as "lastSeenAt", s.address, s.agent
from session s left join organisation o on o.organisation_id = s.organisation_id
where s.organisation_id = $1 and s.account_id = $2 and not s.awaits_second_factor
  and s.last_seen_at > $3::timestamptz - make_interval(mins => coalesce(o.session_idle_minutes, $4))
  and s.created_at > $3::timestamptz - make_interval(hours => coalesce(o.session_hours, $5))
order by s.last_seen_at desc, s.id`;

/** Where somebody is signed in, the place used last first. */
export async function liveSessions(
  { query, scope }: Transaction,
  accountId: string,
  now: number,
): Promise<PersonSessionDto[]> {
  const rows = await query<Omit<PersonSessionDto, 'createdAt' | 'lastSeenAt'> & { createdAt: Date; lastSeenAt: Date }>(
    LIVE_SQL,
    [
      ...[scope.organisationId, accountId, new Date(now).toISOString()],
      ...[SESSION_RULES.idleMinutes, SESSION_RULES.hours],
    ],
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }));
}

/** Ends all sessions of an account, or one; gives how many. */
export async function endSessions(
  { query, scope }: Transaction,
  accountId: string,
  sessionId: string | null = null,
): Promise<number> {
  const ended = await query(
    `delete from session where organisation_id = $1 and account_id = $2 and ($3::uuid is null or id = $3) returning id`,
    [scope.organisationId, accountId, sessionId],
  );
  return ended.length;
}
