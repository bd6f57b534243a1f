import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { uuidArray } from '../../database/binary-array.ts';
import type { Transaction } from '../../database/database.ts';
import type { StoredRow } from '../../facts/fact-writer.ts';
import type { KeptCandidate } from '../rows/candidate.ts';
import type { NormalRow } from '../rows/ingest-kind.ts';
import { INGEST_KINDS } from '../rows/ingest-kinds.ts';
import type { NormalisedBatch } from '../rows/normalise-batch.ts';
import { takeBack } from './taken-back.ts';

/** A row whose visit another one took the place of, and the import that said so. */
interface MergedRows {
  retired: string;
  surviving: string;
  importId: string;
}

/** The merges that touch the rows, and those that these hang together with. */
const AROUND_SQL = `with recursive around as (
  select retired_row, surviving_row, import_id from merged_visit
  where organisation_id = $1::uuid and retired_row is not null and (retired_row = any ($2::uuid[]) or surviving_row = any ($2::uuid[]))
  union
  select m.retired_row, m.surviving_row, m.import_id from around a join merged_visit m
    on m.organisation_id = $1::uuid and (m.surviving_row = a.retired_row or m.retired_row = a.surviving_row)
)
select retired_row as retired, surviving_row as surviving, import_id as "importId" from around`;

/** One at a time decides which of two rows stays. */
const LOCK_SQL = `select 1 from merged_visit where organisation_id = $1::uuid and retired_row = any ($2::uuid[])
order by retired, surviving, import_id for update`;

const STORED_SQL = `select id from wait where organisation_id = $1::uuid and id = any ($2::uuid[])`;

const NONE_SQL = `select 1 from merged_visit where organisation_id = $1::uuid and retired_row is not null limit 1`;

/** What is to be written of a batch. */
export interface CountedOnce extends NormalisedBatch {
  /** How many were left out: waits of retired visits whose surviving one tells of its own. */
  superseded: number;
  /** Takes back, once these are written, the waits that they take the place of. */
  settle(): Promise<void>;
}

/** Of two visits that are one, the wait counts once, whichever of them tells it first, and whenever the other does. */
export async function countedOnce(
  transaction: Transaction,
  kind: FactKind,
  batch: NormalisedBatch,
): Promise<CountedOnce> {
  const all = { ...batch, superseded: 0, settle: () => Promise.resolve() };
  const { query, scope } = transaction;
  if (kind !== 'waits' || (await query(NONE_SQL, [scope.organisationId])).length === 0) return all;
  const given = new Set(batch.rows.map(({ id }) => id));
  const merges = await mergesAround(transaction, [...given]);
  if (merges.length === 0) return all;
  await query(LOCK_SQL, [scope.organisationId, uuidArray(merges.map(({ retired }) => retired))]);
  const telling = await storedAmong(transaction, merges);
  for (const id of given) telling.add(id);
  const isSuperseded = (id: string): boolean => takenPlaceOf(id, merges, telling);
  const kept = batch.rows.flatMap(({ id }, index) => (isSuperseded(id) ? [] : [index]));
  return {
    rows: kept.map((index) => batch.rows[index] as NormalRow),
    candidates: kept.map((index) => batch.candidates[index] as KeptCandidate),
    refused: batch.refused,
    superseded: batch.rows.length - kept.length,
    async settle() {
      for (const [importId, some] of Map.groupBy(merges, (merge) => merge.importId)) {
        const gone = some.flatMap(({ retired }) => (isSuperseded(retired) ? [retired] : []));
        // With the import that told of the merge, so that the wait comes back when that is undone.
        if (gone.length > 0) await takeBack(transaction, importId, 'waits', [...new Set(gone)]);
      }
    },
  };
}

const KEPT_SQL = `select r.former || jsonb_build_object('content_hash', r.former ->> 'content_hash') as former
from replaced_row r join department d on d.organisation_id = $1::uuid and d.id = r.department_id
where r.organisation_id = $1::uuid and r.kind = 'waits' and r.taken_back and r.settled is null
  and (r.id, r.import_id) in (select unnest($2::uuid[]), unnest($3::uuid[]))`;

/** Waits that count again, now that those which had taken their place are gone. */
export async function reinstateRetired(transaction: Transaction, gone: readonly string[]): Promise<void> {
  const { query, scope } = transaction;
  const merges = await mergesAround(transaction, gone);
  if (merges.length === 0) return;
  await query(LOCK_SQL, [scope.organisationId, uuidArray(merges.map(({ retired }) => retired))]);
  const telling = await storedAmong(transaction, merges);
  const back = merges.filter(({ retired }) => !telling.has(retired) && !takenPlaceOf(retired, merges, telling));
  const kept = await query<{ former: StoredRow }>(KEPT_SQL, [
    scope.organisationId,
    uuidArray(back.map(({ retired }) => retired)),
    uuidArray(back.map(({ importId }) => importId)),
  ]);
  const formers = [...new Map(kept.map(({ former }) => [former.id, former])).values()];
  // Only what was over counts by itself: somebody who still waits does so under the surviving visit.
  const over = formers.filter(({ ended_at }) => ended_at !== null);
  if (over.length > 0) await INGEST_KINDS.waits.reinstate?.(transaction, over);
}

function mergesAround({ query, scope }: Transaction, ids: readonly string[]): Promise<MergedRows[]> {
  return query<MergedRows>(AROUND_SQL, [scope.organisationId, uuidArray(ids)]);
}

async function storedAmong({ query, scope }: Transaction, merges: readonly MergedRows[]): Promise<Set<string>> {
  const ids = new Set(merges.flatMap(({ retired, surviving }) => [retired, surviving]));
  const stored = await query<{ id: string }>(STORED_SQL, [scope.organisationId, uuidArray([...ids])]);
  return new Set(stored.map(({ id }) => id));
}

/** True where a visit that took the place of this one tells a wait. Of two that were said to replace each other, neither does. */
function takenPlaceOf(id: string, merges: readonly MergedRows[], telling: ReadonlySet<string>): boolean {
  return [...after(id, merges)].some((one) => telling.has(one) && !after(one, merges).has(id));
}

function after(id: string, merges: readonly MergedRows[]): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (from: string): void => {
    for (const { retired, surviving } of merges) {
      if (retired !== from || found.has(surviving)) continue;
      found.add(surviving);
      follow(surviving);
    }
  };
  follow(id);
  return found;
}
