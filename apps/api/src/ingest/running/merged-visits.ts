import { audit } from '../../audit/audit.ts';
import type { Transaction } from '../../database/database.ts';
import { uuidArray } from '../../database/binary-array.ts';

/** A visit that another one takes the place of. */
export interface VisitMerge {
  /** Pseudonyms of the two. */
  retired: string;
  surviving: string;
  /** The rows that tell of either, stored or not. */
  retiredId: string;
  survivorId: string;
}

const KEEP_SQL = `with i as (
  insert into merged_visit (organisation_id, retired, surviving, import_id, retired_row, surviving_row)
  select $1::uuid, x.retired, x.surviving, $2::uuid, x.retired_row, x.surviving_row
  from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[]) as x(retired, surviving, retired_row, surviving_row)
  where x.retired <> x.surviving on conflict do nothing returning 1)
select count(*)::int as count from i`;

/**
 * Remembers that visits are one. Their rows stay as they came, so that a row sent again is still the same row; whoever
 * asks for one of the visits finds the rows of both.
 */
export async function keepMerges(
  transaction: Transaction,
  importId: string,
  merges: readonly VisitMerge[],
): Promise<void> {
  if (merges.length === 0) return;
  const [kept] = await transaction.query<{ count: number }>(KEEP_SQL, [
    transaction.scope.organisationId,
    importId,
    uuidArray(merges.map(({ retired }) => retired)),
    uuidArray(merges.map(({ surviving }) => surviving)),
    uuidArray(merges.map(({ retiredId }) => retiredId)),
    uuidArray(merges.map(({ survivorId }) => survivorId)),
  ]);
  const visits = kept?.count ?? 0;
  if (visits === 0) return;
  const [source] = await transaction.query<{ code: string }>(SOURCE_SQL, [transaction.scope.organisationId, importId]);
  audit(transaction, {
    action: 'rows.merged',
    ...(source !== undefined && { subject: { kind: 'source', id: source.code } }),
    details: { import: importId, visits },
  });
}

const SOURCE_SQL = `select s.code from import i join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
where i.organisation_id = $1::uuid and i.id = $2::uuid`;

/** An import that is undone has told of no merges. */
export async function forgetMerges({ query, scope }: Transaction, importId: string): Promise<void> {
  await query('delete from merged_visit where organisation_id = $1::uuid and import_id = $2::uuid', [
    scope.organisationId,
    importId,
  ]);
}

const STAY_SQL = `select w.id from unnest($2::uuid[], $3::uuid[]) as x(id, survivor)
join wait w on w.organisation_id = $1::uuid and w.id = x.id and w.ended_at is not null
where not exists (select from wait s where s.organisation_id = $1::uuid and s.id = x.survivor)`;

/**
 * Waits of retired visits that stay: they are over, and the visit that takes their place tells of none, so that with
 * them a wait that somebody had would be lost.
 */
export async function waitsThatStay(
  { query, scope }: Transaction,
  rows: readonly { id: string; merge?: VisitMerge }[],
): Promise<ReadonlySet<string>> {
  const merged = rows.flatMap(({ id, merge }) => (merge === undefined ? [] : [{ id, survivor: merge.survivorId }]));
  if (merged.length === 0) return new Set();
  const stay = await query<{ id: string }>(STAY_SQL, [
    scope.organisationId,
    uuidArray(merged.map(({ id }) => id)),
    uuidArray(merged.map(({ survivor }) => survivor)),
  ]);
  return new Set(stay.map(({ id }) => id));
}
