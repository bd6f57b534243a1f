import type { Role } from '#domain/role.ts';
import { SESSION_RULES } from '../access/session-rules.ts';
import type { Transaction } from '../database/database.ts';

/** A person as stored. */
export interface StoredPerson {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** What the identity provider says they are, where they stayed an administrator. */
  claimedRole: Role | null;
  departmentIds: string[];
  departments: string[];
  language: string | null;
  hasPassword: boolean;
  hasIdentity: boolean;
  secondFactor: boolean;
  demo: boolean;
  lastSignedInAt: Date | null;
  disabledAt: Date | null;
  invitedUntil: Date | null;
  sessions: number;
}

const LIST_SQL = `
select a.id, a.email, a.name, a.role, case a.role when 'administrator' then a.claimed_role end as "claimedRole",
  a.departments as "departmentIds",
  array(select d.code from department d where d.organisation_id = $1 and d.id = any (a.departments) order by d.code) as departments,
  a.language, a.password_hash is not null as "hasPassword", a.identity_subject is not null as "hasIdentity",
  a.totp_enabled_at is not null as "secondFactor", a.demo, a.last_signed_in_at as "lastSignedInAt",
  a.disabled_at as "disabledAt",
  (select max(l.expires_at) from one_time_link l where l.organisation_id = $1 and l.account_id = a.id
     and l.purpose = 'invitation' and l.used_at is null and l.expires_at > $3) as "invitedUntil",
  (select count(*)::int from session s where s.organisation_id = $1 and s.account_id = a.id and not s.awaits_second_factor
     and s.last_seen_at > $3::timestamptz - make_interval(mins => coalesce(o.session_idle_minutes, $4))
     and s.created_at > $3::timestamptz - make_interval(hours => coalesce(o.session_hours, $5))) as sessions
from account a left join organisation o on o.organisation_id = a.organisation_id
where a.organisation_id = $1 and ($2::uuid is null or a.id = $2)
order by a.name, a.email`;

/** Everybody with an account, or the one of an id. */
export function listPeople(
  { query, scope }: Transaction,
  now: number,
  id: string | null = null,
): Promise<StoredPerson[]> {
  return query<StoredPerson>(LIST_SQL, [
    ...[scope.organisationId, id, new Date(now).toISOString()],
    ...[SESSION_RULES.idleMinutes, SESSION_RULES.hours],
  ]);
}
