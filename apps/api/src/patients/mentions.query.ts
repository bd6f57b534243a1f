import type { MentionDto } from '#contracts/patients.dto.ts';
import type { Transaction } from '../database/database.ts';
import type { HeldIds } from './held-ids.query.ts';
import { HELD_TABLES, type HeldTable } from './held-tables.ts';
import type { PatientMarks } from './patient-marks.ts';

const TOLD = 200;

const factsSql = ({ name, on, kind, words }: HeldTable): string =>
  `select s.code as source, f.external_id as "externalId", f.${on}::text as "on",
  ${kind === 'complaints' ? 'f.number' : 'null::int'} as "complaintNumber"
from ${name} f join source s on s.organisation_id = f.organisation_id and s.id = f.source_id
where f.organisation_id = $1::uuid and (${words.map((column) => `f.${column} ~* $2`).join(' or ')})
  and f.id <> all ($3::uuid[]) order by f.${on}, f.id`;

const EVENTS_SQL = `select s.code as source, e.external_id as "externalId", e.happened_on::text as "on",
  c.number as "complaintNumber"
from complaint_event e join source s on s.organisation_id = e.organisation_id and s.id = e.source_id
  join complaint c on c.organisation_id = e.organisation_id and c.id = e.complaint_id
where e.organisation_id = $1::uuid and e.note ~* $2 and e.id <> all ($3::uuid[]) order by e.happened_on, e.id`;

/** Other records in whose words a patient's identifier stands: how many, and the first of them. */
export async function mentionsOf(
  { query, scope }: Transaction,
  marks: PatientMarks,
  { ids, events }: Pick<HeldIds, 'ids' | 'events'>,
): Promise<{ count: number; first: MentionDto[] }> {
  const found: MentionDto[] = [];
  for (const table of HELD_TABLES) {
    if (table.words.length === 0) continue;
    const values = [scope.organisationId, marks.pattern, ids[table.kind]];
    const rows = await query<Omit<MentionDto, 'kind'>>(factsSql(table), values);
    found.push(...rows.map((row) => ({ kind: table.kind, ...row })));
  }
  const rows = await query<Omit<MentionDto, 'kind'>>(EVENTS_SQL, [scope.organisationId, marks.pattern, events]);
  found.push(...rows.map((row) => ({ kind: 'complaint-events' as const, ...row })));
  return { count: found.length, first: found.slice(0, TOLD) };
}
