import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../../database/database.ts';
import type { StoredRow } from '../../facts/fact-writer.ts';
import { tableOf } from '../rows/fact-tables.ts';
import { INGEST_KINDS } from '../rows/ingest-kinds.ts';

const AT_ONCE = 1_000;

const NEXT_KIND_SQL = `select min(kind) as kind from replaced_row
where organisation_id = $1::uuid and import_id = $2::uuid and settled is null and not taken_back`;

/** The hash as text: it is a 64-bit number, which JSON would round. */
const nextSql = (kind: FactKind): string => `select x.id,
  x.former || jsonb_build_object('content_hash', x.former ->> 'content_hash') as former,
  f.content_hash = x.content_hash and d.id is not null as ours
from replaced_row x
join ${tableOf(kind)} f on f.organisation_id = $1::uuid and f.id = x.id
left join department d on d.organisation_id = $1::uuid and d.id = (x.former ->> 'department_id')::uuid
where x.organisation_id = $1::uuid and x.import_id = $2::uuid and x.kind = $3 and x.settled is null and not x.taken_back
order by f.id limit ${AT_ONCE} for update of f`;

const SETTLE_SQL = `update replaced_row r set settled = case when x.ours then 'restored' else 'kept' end
from unnest($4::uuid[], $5::boolean[]) as x(id, ours)
where r.organisation_id = $1::uuid and r.import_id = $2::uuid and r.kind = $3 and r.id = x.id`;

/**
 * Sets the next rows that an import replaced back to what they were; null when there are no more. A row that somebody
 * changed since, or whose former department is gone, stays.
 */
export async function restoreFormer(
  transaction: Transaction,
  importId: string,
): Promise<{ restored: number; kept: number } | null> {
  const { query, scope } = transaction;
  const [next] = await query<{ kind: FactKind | null }>(NEXT_KIND_SQL, [scope.organisationId, importId]);
  if (next === undefined || next.kind === null) return null;
  const { kind } = next;
  const values = [scope.organisationId, importId, kind];
  const rows = await query<{ id: string; former: StoredRow; ours: boolean }>(nextSql(kind), values);
  if (rows.length === 0) {
    // What is left of this kind is of rows that have been erased since: nothing of them is kept.
    await query(
      'delete from replaced_row where organisation_id = $1::uuid and import_id = $2::uuid and kind = $3 and settled is null and not taken_back',
      values,
    );
    return { restored: 0, kept: 0 };
  }
  const ours = rows.filter((row) => row.ours);
  if (ours.length > 0) {
    await INGEST_KINDS[kind].restore?.(
      transaction,
      ours.map(({ former }) => former),
    );
  }
  await query(SETTLE_SQL, [...values, rows.map(({ id }) => id), rows.map((row) => row.ours)]);
  return { restored: ours.length, kept: rows.length - ours.length };
}
