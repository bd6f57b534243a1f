import type { AuditSearchDto } from '#contracts/audit-query.dto.ts';
import type { ActorKind } from '#contracts/audit.dto.ts';
import type { Transaction } from '../database/database.ts';

const SEARCH = `select e.seq::float8 as seq, e.at, e.actor_kind as "actorKind", e.actor_id as "actorId",
  e.actor_name as "actorName", e.address, e.action, e.subject_kind as "subjectKind", e.subject,
  a.name as "subjectName", e.records, e.details
from audit_event e
  left join account a on e.subject_kind = 'account' and a.organisation_id = e.organisation_id and a.id::text = e.subject
where e.organisation_id = $1
  and ($2::date is null or e.at >= $2::date::timestamp at time zone $12)
  and ($3::date is null or e.at < $3::date::timestamp at time zone $12)
  and ($4::uuid is null or e.actor_id = $4)
  and ($5::text is null or e.action like $5)
  and ($6::text is null or e.subject_kind = $6)
  and ($7::text is null or e.subject = $7)
  and ($8::uuid[] is null or (e.records <> '{}' and e.records && $8))
  and ($9::text is null or e.actor_name ilike $9 or e.subject ilike $9 or a.name ilike $9)
  and ($10::bigint is null or e.seq < $10)
order by e.seq desc limit $11`;

/** An event as it is found; its details are still the text that was hashed. */
export interface FoundEvent {
  seq: number;
  at: Date;
  actorKind: ActorKind;
  actorId: string | null;
  actorName: string;
  address: string | null;
  action: string;
  subjectKind: string | null;
  subject: string | null;
  subjectName: string | null;
  records: string[];
  details: string;
}

/** One page of the events that fit, newest first. */
export function searchEvents(
  { query, scope }: Transaction,
  asked: AuditSearchDto,
  { records, timeZone }: { records: readonly string[] | null; timeZone: string },
  limit: number,
): Promise<FoundEvent[]> {
  const { from, to, actor, action, subjectKind, subject, q, cursor } = asked;
  return query<FoundEvent>(SEARCH, [
    ...[scope.organisationId, from ?? null, to ?? null, actor ?? null],
    ...[action === undefined ? null : `${escaped(action)}%`, subjectKind ?? null, subject ?? null, records],
    ...[q?.trim() ? `%${escaped(q.trim())}%` : null, cursor ?? null, limit, timeZone],
  ]);
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

const SAME = `select complaint_id as id from complaint_event where organisation_id = $1 and id = $2`;

/** A record under every id the trail may know it by: the closing of a complaint is put down as the complaint. */
export async function idsOfRecord({ query, scope }: Transaction, record: string): Promise<string[]> {
  const rows = await query<{ id: string }>(SAME, [scope.organisationId, record]);
  return [record, ...rows.map(({ id }) => id)];
}
