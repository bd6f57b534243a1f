import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { int8Array, textArray, uuidArray } from '../../database/binary-array.ts';
import type { Transaction } from '../../database/database.ts';
import { uuidOf } from '../../facts/uuid-of.ts';
import type { KeptCandidate, Problem } from '../rows/candidate.ts';
import { ERASED, erasedAmong } from '../running/erased-rows.ts';

/** A refused row on its way to quarantine. */
export interface RefusedCandidate {
  candidate: KeptCandidate;
  problem: Problem;
  /** Which of the import's refused rows with the same text and the same fault it is, from 1. */
  occurrence: number;
}

/** Enough for the longest row that could be mended: fields hold 50,000 characters at most. */
const RAW_KEPT = 100_000;

const SAVE_SQL = `insert into quarantine
  (organisation_id, id, import_id, source_id, kind, row_number, field, code, message, raw, seen_at)
select $1::uuid, x.id, $2::uuid, $3::uuid, $4, x.row_number, x.field, x.code, x.message, x.raw, $5
from (select unnest($6::uuid[]) id, unnest($7::bigint[]) row_number, unnest($8::text[]) field, unnest($9::text[]) code,
  unnest($10::text[]) message, unnest($11::text[]) raw) x
on conflict (organisation_id, id) do update set import_id = excluded.import_id, row_number = excluded.row_number,
  field = excluded.field, code = excluded.code, message = excluded.message, seen_at = excluded.seen_at`;

/**
 * Keeps refused rows aside with their reason. The same bad row sent again is the same entry, seen again; two alike in
 * one import are two, because two patients may have answered alike. Of rows that a patient had erased, no text is kept.
 */
export async function saveRefused(
  transaction: Transaction,
  delivery: { importId: string; sourceId: string; kind: FactKind; at: Date },
  refused: readonly RefusedCandidate[],
): Promise<void> {
  if (refused.length === 0) return;
  const entries = new Map(refused.map((one) => [entryId(delivery, one), one]));
  const ids = [...entries.keys()].sort();
  const erased = await erasedAmong(transaction, 'quarantine', ids);
  const kept = ids.flatMap((id) => {
    const one = entries.get(id);
    if (one === undefined) return [];
    const problem = erased.has(id) ? ERASED : one.problem;
    return [{ ...one, problem, raw: problem.code === ERASED.code ? '' : one.candidate.raw }];
  });
  await transaction.query(SAVE_SQL, [
    transaction.scope.organisationId,
    delivery.importId,
    delivery.sourceId,
    delivery.kind,
    delivery.at,
    uuidArray(ids),
    int8Array(kept.map(({ candidate }) => BigInt(candidate.row))),
    textArray(kept.map(({ problem }) => (problem.field === null ? null : storable(problem.field)))),
    textArray(kept.map(({ problem }) => problem.code)),
    textArray(kept.map(({ problem }) => storable(problem.message))),
    textArray(kept.map(({ raw }) => storable(raw.slice(0, RAW_KEPT)))),
  ]);
}

/** What comes from a row may hold characters that Postgres cannot keep; also the name of a field. */
const storable = (text: string): string => text.replaceAll('\0', '\ufffd').toWellFormed();

function entryId(
  { sourceId, kind }: { sourceId: string; kind: FactKind },
  { candidate, problem, occurrence }: RefusedCandidate,
): string {
  return uuidOf(sourceId, kind, candidate.raw, problem.field, problem.code, String(occurrence));
}
