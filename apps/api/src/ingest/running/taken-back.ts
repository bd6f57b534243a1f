import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { uuidArray } from '../../database/binary-array.ts';
import type { Transaction } from '../../database/database.ts';
import type { StoredRow } from '../../facts/fact-writer.ts';
import { COMPLAINT_WITH_EVENTS_SQL } from '../../facts/reinstate-complaints.ts';
import { lockComplaints } from '../../facts/stored-complaint.ts';
import { INGEST_KINDS } from '../rows/ingest-kinds.ts';
import { tableOf } from '../rows/fact-tables.ts';
import { eraseRows } from './erase-rows.ts';

/** What of a row is kept beside its own columns. */
const FORMER_SQL: Partial<Record<FactKind, string>> = { complaints: COMPLAINT_WITH_EVENTS_SQL };

/** What the import itself put in has not been there before: undoing it brings nothing of that back. */
const keepSql = (kind: FactKind): string => `insert into replaced_row as r
  (organisation_id, import_id, kind, id, department_id, content_hash, former, taken_back)
select $1::uuid, $2::uuid, $3, f.id, f.department_id, f.content_hash, ${FORMER_SQL[kind] ?? 'to_jsonb(f)'}, true
from ${tableOf(kind)} f
where f.organisation_id = $1::uuid and f.id = any ($4::uuid[])
  and not exists (select from import_batch b
    where b.organisation_id = $1::uuid and b.import_id = $2::uuid and b.kind = $3 and f.id = any (b.inserted)
      and not exists (select from replaced_row o
        where o.organisation_id = $1::uuid and o.import_id = $2::uuid and o.kind = $3 and o.id = f.id))
order by f.id for update of f
on conflict (organisation_id, import_id, kind, id) do update set taken_back = true`;

/**
 * Takes rows back that their source no longer stands by, and out of every number. They are kept as long as the import
 * can be undone, complaints with what people did about them.
 */
export async function takeBack(
  transaction: Transaction,
  importId: string,
  kind: FactKind,
  ids: readonly string[],
): Promise<number> {
  const { erase, reinstate } = INGEST_KINDS[kind];
  if (reinstate === undefined) return eraseRows(transaction, kind, ids);
  // Held first: what is read beside it would else be from before somebody else's last step.
  if (kind === 'complaints') await lockComplaints(transaction, [...ids].sort());
  await transaction.query(keepSql(kind), [transaction.scope.organisationId, importId, kind, uuidArray(ids)]);
  return erase(transaction, ids);
}

const AT_ONCE = 1_000;

/** The hash as text: it is a 64-bit number, which JSON would round. */
const NEXT_SQL = `select x.kind, x.id, x.content_hash::text as hash, d.id is not null as placed,
  x.former || jsonb_build_object('content_hash', x.former ->> 'content_hash') as former
from replaced_row x
left join department d on d.organisation_id = $1::uuid and d.id = (x.former ->> 'department_id')::uuid
where x.organisation_id = $1::uuid and x.import_id = $2::uuid and x.taken_back and x.settled is null
order by x.kind, x.id limit ${AT_ONCE}`;

const hashesSql = (kind: FactKind): string => `select id, content_hash::text as hash from ${tableOf(kind)}
where organisation_id = $1::uuid and id = any ($2::uuid[]) order by id for update`;

const SETTLE_SQL = `update replaced_row r set settled = case when x.back then 'restored' else 'kept' end
from unnest($4::uuid[], $5::boolean[]) as x(id, back)
where r.organisation_id = $1::uuid and r.import_id = $2::uuid and r.kind = $3 and r.id = x.id`;

interface TakenBack {
  kind: FactKind;
  id: string;
  hash: string;
  placed: boolean;
  former: StoredRow;
}

/**
 * Brings the next rows back that an import took back; null when there are no more. A row that somebody has told again
 * since, or whose department is gone, stays as it is.
 */
export async function bringBack(
  transaction: Transaction,
  importId: string,
): Promise<{ restored: number; kept: number } | null> {
  const { query, scope } = transaction;
  const all = await query<TakenBack>(NEXT_SQL, [scope.organisationId, importId]);
  const [first] = all;
  if (first === undefined) return null;
  const { kind } = first;
  const rows = all.filter((row) => row.kind === kind);
  const stored = await query<{ id: string; hash: string }>(hashesSql(kind), [
    scope.organisationId,
    uuidArray(rows.map(({ id }) => id)),
  ]);
  const hashOf = new Map(stored.map(({ id, hash }) => [id, hash]));
  const gone = rows.filter(({ id, placed }) => placed && !hashOf.has(id));
  const ours = rows.filter(({ id, placed, hash }) => placed && hashOf.get(id) === hash);
  const { reinstate, restore } = INGEST_KINDS[kind];
  const formersOf = (some: readonly TakenBack[]): StoredRow[] => some.map(({ former }) => former);
  if (gone.length > 0) await reinstate?.(transaction, formersOf(gone));
  if (ours.length > 0) await restore?.(transaction, formersOf(ours));
  const back = new Set([...gone, ...ours]);
  await query(SETTLE_SQL, [
    ...[scope.organisationId, importId, kind],
    ...[rows.map(({ id }) => id), rows.map((row) => back.has(row))],
  ]);
  return { restored: back.size, kept: rows.length - back.size };
}
