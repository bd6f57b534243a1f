import type { HeldEventDto, HeldRecordDto, SetAsideDto } from '#contracts/patients.dto.ts';
import { UNDETERMINED_LANGUAGE } from '#domain/language.ts';
import { STAGES } from '#domain/complaint-stage.ts';
import type { Transaction } from '../database/database.ts';
import type { HeldIds } from './held-ids.query.ts';
import { HELD_TABLES } from './held-tables.ts';
import { SAID, type SaidRow } from './said.ts';

interface Row extends SaidRow {
  id: string;
  source: string;
  externalId: string;
  site: string;
  department: string;
  at: Date;
}

const factsSql = (name: string, at: string, columns: string): string =>
  `select f.id, s.code as source, f.external_id as "externalId", coalesce(st.name, '') as site,
  coalesce(d.name, '') as department, f.${at} as at, ${columns}
from ${name} f join source s on s.organisation_id = f.organisation_id and s.id = f.source_id
  left join department d on d.organisation_id = f.organisation_id and d.id = f.department_id
  left join site st on st.organisation_id = d.organisation_id and st.id = d.site_id
where f.organisation_id = $1::uuid and f.id = any ($2::uuid[])`;

const EVENTS_SQL = `select e.complaint_id as "complaintId", e.happened_at as "happenedAt", e.stage, e.note, e.actor
from complaint_event e where e.organisation_id = $1::uuid and e.id = any ($2::uuid[]) order by e.happened_at, e.id`;

const QUARANTINE_SQL = `select s.code as source, q.kind, q.seen_at as "seenAt", q.message as reason,
  case when q.mended is null then q.raw else q.raw || E'\\n' || q.mended::text end as raw
from quarantine q join source s on s.organisation_id = q.organisation_id and s.id = q.source_id
where q.organisation_id = $1::uuid and q.id = any ($2::uuid[]) order by q.seen_at, q.id`;

const TOUCHPOINTS_SQL = `select slot, code from touchpoint where organisation_id = $1::uuid`;

/** Everything the rows held about a patient say, the oldest first. */
export async function heldRecords(transaction: Transaction, { ids, events }: HeldIds): Promise<HeldRecordDto[]> {
  const { query, scope } = transaction;
  const slots = await query<{ slot: number; code: string }>(TOUCHPOINTS_SQL, [scope.organisationId]);
  const touchpoints = new Map(slots.map(({ slot, code }) => [slot, code]));
  const happened = await eventsOf(transaction, events);
  const records: HeldRecordDto[] = [];
  for (const { kind, name } of HELD_TABLES) {
    const { at, columns, say } = SAID[kind];
    const rows = await query<Row>(factsSql(name, at, columns), [scope.organisationId, ids[kind]]);
    records.push(
      ...rows.map((row) => ({
        kind,
        source: row.source,
        externalId: row.externalId,
        site: row.site,
        department: row.department,
        at: row.at.toISOString(),
        said: withoutGaps(say(row, touchpoints)),
        // Rows of different kinds may share an id: only complaints have events.
        events: kind === 'complaints' ? (happened.get(row.id) ?? []) : [],
      })),
    );
  }
  return records.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

async function eventsOf({ query, scope }: Transaction, ids: readonly string[]): Promise<Map<string, HeldEventDto[]>> {
  const rows = await query<{ complaintId: string; happenedAt: Date; stage: number; note: string; actor: string }>(
    EVENTS_SQL,
    [scope.organisationId, ids],
  );
  const events = new Map<string, HeldEventDto[]>();
  for (const { complaintId, happenedAt, stage, note, actor } of rows) {
    const event = {
      happenedAt: happenedAt.toISOString(),
      stage: stage === 0 ? null : STAGES.codeOf(stage),
      note,
      actor,
    };
    events.set(complaintId, [...(events.get(complaintId) ?? []), event]);
  }
  return events;
}

/** The texts of rows that were refused, with the identifier in them. */
export async function setAsideRows({ query, scope }: Transaction, { quarantine }: HeldIds): Promise<SetAsideDto[]> {
  const rows = await query<Omit<SetAsideDto, 'seenAt'> & { seenAt: Date }>(QUARANTINE_SQL, [
    ...[scope.organisationId, quarantine],
  ]);
  return rows.map((row) => ({ ...row, seenAt: row.seenAt.toISOString() }));
}

const withoutGaps = (said: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(said).filter(
      ([, value]) => value !== null && value !== 'unknown' && value !== UNDETERMINED_LANGUAGE,
    ),
  );
