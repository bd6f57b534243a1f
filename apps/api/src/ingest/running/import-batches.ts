import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { MaskedCounts } from '#domain/masking.ts';
import type { Transaction } from '../../database/database.ts';
import type { WrittenRow } from '../../facts/fact-writer.ts';
import { giveBack } from '../../database/spare-bytes.ts';
import { keyArrays } from '../../facts/written-rows.ts';

/** What became of one batch of an import, recorded in the transaction that stored it. */
export interface RecordedBatch {
  kind: FactKind;
  /** True where its rows were taken back. */
  retracts: boolean;
  /** Positions in the sending of the first and the last of its rows. */
  firstPosition: number;
  lastPosition: number;
  accepted: number;
  updated: number;
  unchanged: number;
  quarantined: number;
  lastFactAt: number | null;
  /** What was masked in the rows it stored. */
  masked: MaskedCounts;
}

const RECORD_SQL = `insert into import_batch (organisation_id, import_id, kind, retracts, first_position, last_position,
  accepted, updated, unchanged, quarantined, last_fact_at, masked, inserted, hashes)
values ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11::float8 / 1000), $12::jsonb,
  $13::uuid[], $14::int8[])
on conflict do nothing returning 1`;

/** Records a batch; false where it was recorded before: its commit had succeeded though nobody heard of it. */
export async function recordBatch(
  { client, scope }: Transaction,
  importId: string,
  batch: RecordedBatch,
  inserted: readonly WrittenRow[],
): Promise<boolean> {
  const keys = keyArrays(inserted);
  const { rows } = await client.query({
    name: 'record-batch',
    text: RECORD_SQL,
    values: [
      scope.organisationId,
      importId,
      batch.kind,
      batch.retracts,
      batch.firstPosition,
      batch.lastPosition,
      batch.accepted,
      batch.updated,
      batch.unchanged,
      batch.quarantined,
      batch.lastFactAt,
      JSON.stringify(batch.masked),
      ...keys,
    ],
  });
  keys.forEach(giveBack);
  return rows.length === 1;
}

const RECORDED_SQL = `select kind, retracts, first_position::float8 as "firstPosition",
  last_position::float8 as "lastPosition", accepted, updated, unchanged, quarantined, extract(epoch from last_fact_at)::float8 * 1000 as "lastFactAt", masked
from import_batch where organisation_id = $1::uuid and import_id = $2::uuid order by kind, retracts, first_position`;

/** The batches of an import that are committed. */
export function recordedBatches({ query, scope }: Transaction, importId: string): Promise<RecordedBatch[]> {
  return query<RecordedBatch>(RECORDED_SQL, [scope.organisationId, importId]);
}

/** True for positions of the batches given, each among the rows of a kind that came, or among those taken back. */
export function positionsOf(
  batches: readonly RecordedBatch[],
): (kind: FactKind, retracts: boolean, position: number) => boolean {
  const key = (kind: FactKind, retracts: boolean): string => `${kind} ${retracts}`;
  const sorted = Map.groupBy(batches, ({ kind, retracts }) => key(kind, retracts));
  return (kind, retracts, position) => {
    const among = sorted.get(key(kind, retracts)) ?? [];
    let low = 0;
    let high = among.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((among[middle] as RecordedBatch).lastPosition < position) low = middle + 1;
      else high = middle;
    }
    return (among[low]?.firstPosition ?? Infinity) <= position;
  };
}
