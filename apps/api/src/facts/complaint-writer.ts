import { type ComplaintEvent, complaintHistory } from '#domain/complaint-history.ts';
import { int8Array, uuidArray } from '../database/binary-array.ts';
import type { Transaction } from '../database/database.ts';
import { applyCells, type CellDelta } from '../rollups/apply-cells.ts';
import { COMPLAINT_CELL } from '../rollups/cell-table.ts';
import type { ComplaintRecord } from './complaint-columns.ts';
import { lockComplaintNumbers } from './complaint-number.ts';
import { complaintOfStored } from './complaint-of-stored.ts';
import { complaintPolicy, type DueDates, dueDatesUnder } from './complaint-policy.ts';
import type { ComplaintFact } from './complaint-row.ts';
import type { FactWriter, WriteOptions } from './fact-writer.ts';
import { reinstateComplaints } from './reinstate-complaints.ts';
import { insertComplaints, replaceComplaints } from './save-complaints.ts';
import { complaintDeltas, eventsOfComplaints, lockComplaints } from './stored-complaint.ts';

const PROBE_SQL = `select (x.i - 1)::int as index
from unnest($2::uuid[], $3::int8[]) with ordinality as x(id, content_hash, i)
left join complaint c on c.organisation_id = $1::uuid and c.id = x.id
where c.content_hash is distinct from x.content_hash`;

const MOVE_EVENTS_SQL = `update complaint_event e set department_id = x.department_id
from (select unnest($2::uuid[]) complaint_id, unnest($3::uuid[]) department_id) x
where e.organisation_id = $1::uuid and e.complaint_id = x.complaint_id`;

const ERASE_EVENTS_SQL = `delete from complaint_event where organisation_id = $1::uuid and complaint_id = any ($2::uuid[])`;

const ERASE_SQL = `delete from complaint where organisation_id = $1::uuid and id = any ($2::uuid[])`;

/**
 * Stores complaints with what they and their events add to the cells. A corrected complaint keeps its number, its
 * events and (unless its date of receipt changed) the dates by which it was promised an answer. Locks are taken in one
 * order by all writers (counter, complaints by id, cells by key): no deadlock.
 */
export const complaintWriter: FactWriter<ComplaintFact> = {
  async write(transaction, given, options = {}) {
    const rows = await notAsStored(transaction, lastOfEachId(given));
    const { inserted, updated } = rows.length === 0 ? NOTHING : await store(transaction, rows, options);
    const accepted = inserted.length;
    return { accepted, updated, unchanged: given.length - accepted - updated, refused: [], inserted };
  },

  async erase(transaction, ids) {
    const complaints = await lockComplaints(transaction, ids);
    const locked = [...complaints.keys()];
    const events = await eventsOfComplaints(transaction, locked);
    const deltas = [...complaints.values()].flatMap((old) => complaintDeltas(old, events.get(old.id) ?? [], -1));
    const values = [transaction.scope.organisationId, locked];
    await transaction.query(ERASE_EVENTS_SQL, values);
    await transaction.query(ERASE_SQL, values);
    await applyCells(transaction, COMPLAINT_CELL, deltas);
    return locked.length;
  },

  async restore(transaction, formers) {
    await complaintWriter.write(transaction, formers.map(complaintOfStored));
  },

  reinstate: reinstateComplaints,
};

const NOTHING = { inserted: [], updated: 0 };

/** Stores rows that are new or changed, under the lock that makes them come one batch after the other. */
async function store(transaction: Transaction, rows: readonly ComplaintFact[], { beforeReplacing }: WriteOptions) {
  const numbers = await lockComplaintNumbers(transaction);
  const stored = await lockComplaints(
    transaction,
    rows.map(({ id }) => id),
  );
  const events = await eventsOfComplaints(transaction, [...stored.keys()]);
  const dueDates = dueDatesUnder(await complaintPolicy(transaction));
  const fresh: ComplaintRecord[] = [];
  const changed: ComplaintRecord[] = [];
  const deltas: CellDelta[] = [];
  for (const row of rows) {
    const old = stored.get(row.id);
    if (old?.contentHash === row.contentHash.toString()) continue;
    const own = events.get(row.id) ?? [];
    const record = recordOf(row, old?.receivedOn === row.receivedOn ? old : dueDates(row.receivedOn), own);
    if (old !== undefined) deltas.push(...complaintDeltas(old, own, -1));
    deltas.push(...complaintDeltas(record, own, 1));
    (old === undefined ? fresh : changed).push(record);
  }
  fresh.sort((a, b) => a.receivedAt - b.receivedAt || byId(a, b));
  await insertComplaints(
    transaction,
    fresh.map((record) => ({ ...record, number: numbers.take() })),
  );
  await numbers.save();
  if (changed.length > 0) await beforeReplacing?.(changed);
  await replaceComplaints(transaction, changed);
  await moveEvents(
    transaction,
    changed.filter(({ id, departmentId }) => departmentId !== stored.get(id)?.departmentId),
  );
  await applyCells(transaction, COMPLAINT_CELL, deltas);
  return { inserted: fresh, updated: changed.length };
}

function recordOf(row: ComplaintFact, due: DueDates, events: readonly ComplaintEvent[]): ComplaintRecord {
  const { stage, stageSince, acknowledgedOn, closedOn } = complaintHistory(row, events);
  const { acknowledgeDueOn, answerDueOn } = due;
  return { ...row, acknowledgeDueOn, answerDueOn, stage, stageSince, acknowledgedOn, closedOn };
}

/** Leaves out the rows that are stored exactly so; that needs no lock, it is as if they had been written back then. */
async function notAsStored({ client, scope }: Transaction, rows: readonly ComplaintFact[]): Promise<ComplaintFact[]> {
  const { rows: different } = await client.query({
    name: 'complaint-probe',
    text: PROBE_SQL,
    values: [
      scope.organisationId,
      uuidArray(rows.map(({ id }) => id)),
      int8Array(rows.map(({ contentHash }) => contentHash)),
    ],
  });
  const indexes = new Set((different as { index: number }[]).map(({ index }) => index));
  return rows.filter((_, index) => indexes.has(index));
}

async function moveEvents(transaction: Transaction, moved: readonly ComplaintRecord[]): Promise<void> {
  if (moved.length === 0) return;
  await transaction.query(MOVE_EVENTS_SQL, [
    transaction.scope.organisationId,
    moved.map(({ id }) => id),
    moved.map(({ departmentId }) => departmentId),
  ]);
}

const byId = (a: ComplaintFact, b: ComplaintFact): number => (a.id < b.id ? -1 : Number(a.id > b.id));

/** Within one sending the last word on a complaint counts. */
function lastOfEachId(rows: readonly ComplaintFact[]): ComplaintFact[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()].sort(byId);
}
