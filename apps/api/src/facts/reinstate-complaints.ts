import { complaintHistory } from '#domain/complaint-history.ts';
import { uuidArray } from '../database/binary-array.ts';
import type { Transaction } from '../database/database.ts';
import { applyCells, type CellDelta } from '../rollups/apply-cells.ts';
import { COMPLAINT_CELL } from '../rollups/cell-table.ts';
import type { StoredRow } from './fact-writer.ts';
import { saveComplaintStates } from './save-complaints.ts';
import { complaintDeltas, eventsOfComplaints, lockComplaints } from './stored-complaint.ts';

/**
 * A complaint as it is kept when it is taken back, over alias f: with the steps that people took on it, whose hashes are
 * texts, because they are 64-bit numbers. Whoever reads it so holds the complaint.
 */
export const COMPLAINT_WITH_EVENTS_SQL = `to_jsonb(f) || jsonb_build_object('events', (
  select coalesce(jsonb_agg(to_jsonb(e) || jsonb_build_object('content_hash', e.content_hash::text)), '[]'::jsonb)
  from complaint_event e where e.organisation_id = f.organisation_id and e.complaint_id = f.id))`;

const formersSql = (table: string, value: string): string => `insert into ${table} as f select r.*
from unnest($2::jsonb[]) x cross join lateral ${value} r
where r.organisation_id = $1::uuid order by r.id on conflict (organisation_id, id) do nothing`;

const INSERT_SQL = `${formersSql('complaint', `jsonb_populate_record(null::complaint, x)`)} returning f.id`;

/** Each of them is another version now: nobody acts on what they saw before it was taken back. */
const VERSION_SQL = `update complaint set version = version + 1 where organisation_id = $1::uuid and id = any ($2::uuid[])`;

const EVENTS_SQL = formersSql('complaint_event', `jsonb_populate_recordset(null::complaint_event, x -> 'events')`);

/** Stores complaints again that were taken back, each under its number and with what had happened to it until then. */
export async function reinstateComplaints(transaction: Transaction, formers: readonly StoredRow[]): Promise<void> {
  const { query, scope } = transaction;
  const asText = (some: readonly StoredRow[]): unknown[] => [
    scope.organisationId,
    some.map((former) => JSON.stringify(former)),
  ];
  const back = await query<{ id: string }>(INSERT_SQL, asText(formers));
  const ids = back.map(({ id }) => id);
  if (ids.length === 0) return;
  const isBack = new Set(ids);
  await query(VERSION_SQL, [scope.organisationId, uuidArray(ids)]);
  await query(EVENTS_SQL, asText(formers.filter(({ id }) => isBack.has(id))));
  const complaints = await lockComplaints(transaction, ids);
  const events = await eventsOfComplaints(transaction, ids);
  const told = [...complaints.values()].map((complaint) => ({ complaint, own: events.get(complaint.id) ?? [] }));
  await saveComplaintStates(
    transaction,
    told.map(({ complaint, own }) => ({ id: complaint.id, ...complaintHistory(complaint, own) })),
  );
  const deltas: CellDelta[] = told.flatMap(({ complaint, own }) => complaintDeltas(complaint, own, 1));
  await applyCells(transaction, COMPLAINT_CELL, deltas);
}
