import { dayNumberOf } from '#domain/calendar-date.ts';
import { dateArray, int2Array, int8Array, textArray, timestamptzArray, uuidArray } from '../database/binary-array.ts';
import type { Transaction } from '../database/database.ts';
import type { ComplaintEventFact } from './complaint-row.ts';

/** An event with the place and date its complaint gives it. */
export type PlacedEvent = ComplaintEventFact & { departmentId: string; happenedOn: string };

const STORED_SQL = `select id, content_hash::text as "contentHash" from complaint_event
where organisation_id = $1::uuid and id = any ($2::uuid[])`;

const INSERT_SQL = `insert into complaint_event (organisation_id, id, complaint_id, source_id, department_id, content_hash,
  happened_at, happened_on, stage, note, actor, external_id)
select $1::uuid, unnest($2::uuid[]), unnest($3::uuid[]), unnest($4::uuid[]), unnest($5::uuid[]), unnest($6::int8[]),
  unnest($7::timestamptz[]), unnest($8::date[]), unnest($9::int2[]), unnest($10::text[]), unnest($11::text[]),
  unnest($12::text[])
on conflict (organisation_id, id) do nothing returning id`;

const ERASE_SQL = `delete from complaint_event where organisation_id = $1::uuid and id = any ($2::uuid[])`;

const COMPLAINTS_SQL = `select distinct complaint_id as "complaintId" from complaint_event
where organisation_id = $1::uuid and id = any ($2::uuid[])`;

/** Content hashes, as text, of those of the events that are stored. */
export async function storedHashes(
  { client, scope }: Transaction,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await client.query({
    name: 'complaint-event-stored',
    text: STORED_SQL,
    values: [scope.organisationId, uuidArray(ids)],
  });
  return new Map((rows as { id: string; contentHash: string }[]).map(({ id, contentHash }) => [id, contentHash]));
}

/** Stores events in the order of their ids; returns how many were really new. */
export async function insertEvents({ client, scope }: Transaction, events: readonly PlacedEvent[]): Promise<number> {
  if (events.length === 0) return 0;
  const rows = [...events].sort((a, b) => (a.id < b.id ? -1 : 1));
  const { rows: inserted } = await client.query({
    name: 'complaint-event-insert',
    text: INSERT_SQL,
    values: [
      scope.organisationId,
      uuidArray(rows.map(({ id }) => id)),
      uuidArray(rows.map(({ complaintId }) => complaintId)),
      uuidArray(rows.map(({ sourceId }) => sourceId)),
      uuidArray(rows.map(({ departmentId }) => departmentId)),
      int8Array(rows.map(({ contentHash }) => contentHash)),
      timestamptzArray(rows.map(({ happenedAt }) => happenedAt)),
      dateArray(rows.map(({ happenedOn }) => dayNumberOf(happenedOn))),
      int2Array(rows.map(({ stage }) => stage)),
      textArray(rows.map(({ note }) => note)),
      textArray(rows.map(({ actor }) => actor)),
      textArray(rows.map(({ externalId }) => externalId)),
    ],
  });
  return inserted.length;
}

export async function eraseEvents({ query, scope }: Transaction, ids: readonly string[]): Promise<void> {
  await query(ERASE_SQL, [scope.organisationId, ids]);
}

/** The complaints that events belong to. */
export async function complaintsOfEvents({ query, scope }: Transaction, ids: readonly string[]): Promise<string[]> {
  const rows = await query<{ complaintId: string }>(COMPLAINTS_SQL, [scope.organisationId, ids]);
  return rows.map(({ complaintId }) => complaintId);
}
