import { boolArray, int8Array, textArray, uuidArray } from '../../database/binary-array.ts';
import type { Transaction } from '../../database/database.ts';
import type { KeptCandidate, Problem } from '../rows/candidate.ts';
import { ERASED, erasedAmong } from '../running/erased-rows.ts';
import { contentOf, type EntryContent, NOTHING_KEPT, storable } from './entry-content.ts';
import type { Delivery } from './delivery.ts';
import { entryIdOf } from './entry-id.ts';
import { saveReadings } from './readings.ts';
import type { StandingEntry } from './standing-entries.ts';

/** A refused row on its way to quarantine. */
export interface RefusedCandidate {
  candidate: KeptCandidate;
  problem: Problem;
  /** Which of the import's rows with the same text it is, from 1. */
  occurrence: number;
}

/** Characters a statement. */
const PORTION = 1_000_000;

const SAVE_SQL = `insert into quarantine
  (organisation_id, id, import_id, first_import_id, source_id, kind, retracts, row_number, position, field, code, message,
  raw, seen_at, cells, said, row_id, reading_id, stays)
select $1::uuid, x.id, $2::uuid, $2::uuid, $3::uuid, $4, x.retracts, x.row_number, x.position, x.field, x.code, x.message,
  x.raw, $5, x.cells::jsonb, x.said, x.row_id, x.reading_id, x.stays
from (select unnest($6::uuid[]) id, unnest($7::bigint[]) row_number, unnest($8::bigint[]) position,
  unnest($9::text[]) field, unnest($10::text[]) code, unnest($11::text[]) message, unnest($12::text[]) raw,
  unnest($13::text[]) cells, unnest($14::text[]) said, unnest($15::uuid[]) row_id, unnest($16::uuid[]) reading_id,
  unnest($17::boolean[]) retracts, unnest($18::boolean[]) stays) x
on conflict (organisation_id, id) do update set import_id = excluded.import_id, row_number = excluded.row_number,
  position = excluded.position, field = excluded.field, code = excluded.code, message = excluded.message,
  seen_at = excluded.seen_at, cells = excluded.cells, said = excluded.said, row_id = excluded.row_id,
  reading_id = excluded.reading_id, stays = excluded.stays`;

/** What people have mended, or decided about, stands: only where it was seen last changes. */
const SEEN_AGAIN_SQL = `update quarantine q
set import_id = $2::uuid, row_number = x.row_number, position = x.position, seen_at = $3
from (select unnest($4::uuid[]) id, unnest($5::bigint[]) row_number, unnest($6::bigint[]) position) x
where q.organisation_id = $1::uuid and q.id = x.id`;

/** An entry that was driven in again keeps its place, with the reason that holds now. */
const STILL_REFUSED_SQL = `update quarantine q
set field = x.field, code = x.code, message = x.message, redriven_by = $2::uuid
from (select unnest($3::uuid[]) id, unnest($4::text[]) field, unnest($5::text[]) code, unnest($6::text[]) message) x
where q.organisation_id = $1::uuid and q.id = x.id`;

/**
 * Keeps refused rows aside with their reason. The same bad row sent again is the same entry, seen again; two alike in
 * one import are two, because two patients may have answered alike. Of rows that a patient had erased, no text is kept.
 */
export async function saveRefused(
  transaction: Transaction,
  delivery: Delivery,
  refused: readonly RefusedCandidate[],
  standing: ReadonlyMap<string, StandingEntry> = new Map(),
): Promise<void> {
  if (refused.length === 0) return;
  const entries = new Map(refused.map((one) => [entryIdOf(delivery, one.candidate, one.occurrence), one]));
  const all = [...entries].map(([id, one]) => ({ id, ...one })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const isDecided = (id: string): boolean => standing.get(id)?.isDecided ?? false;
  await saveNew(
    transaction,
    delivery,
    all.filter(({ id, candidate }) => candidate.entry === undefined && !isDecided(id)),
  );
  await seeAgain(
    transaction,
    delivery,
    all.filter(({ id, candidate }) => candidate.entry === undefined && isDecided(id)),
  );
  await refuseAgain(
    transaction,
    delivery,
    all.filter(({ candidate }) => candidate.entry !== undefined),
  );
}

type Entry = RefusedCandidate & { id: string };

async function saveNew(transaction: Transaction, delivery: Delivery, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  const { organisationId } = transaction.scope;
  const ids = entries.map(({ id }) => id);
  const erased = await erasedAmong(
    transaction,
    'quarantine',
    ids.map((id) => ({ id })),
  );
  const readings = await saveReadings(transaction, entries);
  for (const kept of portionsOf(entries, erased, delivery.sourceId)) {
    await transaction.query(SAVE_SQL, [
      ...[organisationId, delivery.importId, delivery.sourceId, delivery.kind, delivery.at],
      uuidArray(kept.map(({ id }) => id)),
      int8Array(kept.map(({ candidate }) => BigInt(candidate.row))),
      int8Array(kept.map(({ candidate }) => BigInt(candidate.position ?? 0))),
      ...reasonsOf(kept),
      textArray(kept.map(({ content }) => content.raw)),
      textArray(kept.map(({ content }) => content.cells)),
      textArray(kept.map(({ content }) => content.said)),
      uuidArray(kept.map(({ content }) => content.rowId)),
      uuidArray(kept.map(({ candidate }) => readings.get(candidate.reading) ?? null)),
      boolArray(kept.map(({ candidate }) => candidate.retracts === true)),
      boolArray(kept.map(({ candidate }) => candidate.origin?.stays === true)),
    ]);
  }
}

type KeptEntry = Entry & { content: EntryContent };

/** Entries with what is kept of them, so many at a time that their texts take little memory on their way. */
function* portionsOf(
  entries: readonly Entry[],
  erased: ReadonlySet<string>,
  sourceId: string,
): Generator<readonly KeptEntry[]> {
  let portion: KeptEntry[] = [];
  let characters = 0;
  for (const entry of entries) {
    const problem = erased.has(entry.id) ? ERASED : entry.problem;
    const content = problem.code === ERASED.code ? NOTHING_KEPT : contentOf(entry.candidate, problem, sourceId);
    portion.push({ ...entry, problem, content });
    characters += content.raw.length + (content.cells?.length ?? 0);
    if (characters < PORTION) continue;
    yield portion;
    portion = [];
    characters = 0;
  }
  if (portion.length > 0) yield portion;
}

async function seeAgain({ query, scope }: Transaction, delivery: Delivery, entries: readonly Entry[]): Promise<void> {
  if (entries.length === 0) return;
  await query(SEEN_AGAIN_SQL, [
    ...[scope.organisationId, delivery.importId, delivery.at],
    uuidArray(entries.map(({ id }) => id)),
    int8Array(entries.map(({ candidate }) => BigInt(candidate.row))),
    int8Array(entries.map(({ candidate }) => BigInt(candidate.position ?? 0))),
  ]);
}

async function refuseAgain({ query, scope }: Transaction, { importId }: Delivery, entries: readonly Entry[]) {
  if (entries.length === 0) return;
  const ids = uuidArray(entries.map(({ id }) => id));
  await query(STILL_REFUSED_SQL, [scope.organisationId, importId, ids, ...reasonsOf(entries)]);
}

const reasonsOf = (entries: readonly { problem: Problem }[]) => [
  textArray(entries.map(({ problem }) => (problem.field === null ? null : storable(problem.field)))),
  textArray(entries.map(({ problem }) => problem.code)),
  textArray(entries.map(({ problem }) => storable(problem.message))),
];
