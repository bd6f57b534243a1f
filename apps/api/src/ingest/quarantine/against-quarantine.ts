import type { Transaction } from '../../database/database.ts';
import type { KeptCandidate } from '../rows/candidate.ts';
import type { NormalRow } from '../rows/ingest-kind.ts';
import type { NormalisedBatch } from '../rows/normalise-batch.ts';
import { ownIdsOf, rowIdOf } from './entry-content.ts';
import { entryIdOf } from './entry-id.ts';
import { isNameless, withFreeNumbers } from './nameless.ts';
import type { Delivery } from './delivery.ts';
import type { Refusals } from './refusals.ts';
import { holdEntries, keysSetAside, standing, type StandingEntry } from './standing-entries.ts';

/** What a row that somebody has left out for good is refused with, should it come again in better shape. */
const DISMISSED = {
  field: null,
  code: 'dismissed',
  message: 'Somebody left this row out for good. Take that back in the quarantine if it should go in.',
} as const;

/** A batch held against the quarantine: what of it is to be stored or set aside, and which entries that settles. */
export interface HeldBatch {
  batch: NormalisedBatch;
  /** Rows that stand as they were settled before: they came again, and change nothing. */
  unchanged: number;
  /** The entries that stood there, by id; they are held. */
  entries: ReadonlyMap<string, StandingEntry>;
  /** Entries whose row goes in with this batch. */
  going: { entryId: string; candidate: KeptCandidate; row: NormalRow }[];
  /** Entries whose place a newer word of their source takes. */
  overtaken: string[];
  /** Ids of rows that were given a number nobody had: they have to be new. */
  renamed: ReadonlySet<string>;
}

/**
 * Holds a batch against the quarantine, so that a row counts once whatever happens: one that people have settled does
 * not come back because its source sends it again, one that goes in is settled wherever it was set aside, and one that
 * was settled meanwhile is not driven in a second time.
 */
export async function againstQuarantine(
  transaction: Transaction,
  delivery: Delivery,
  batch: NormalisedBatch,
  refusals: Refusals,
): Promise<HeldBatch> {
  const { present, nameless } = await standing(transaction, delivery);
  if (!present) return { batch, unchanged: 0, entries: new Map(), going: [], overtaken: [], renamed: new Set() };
  const idOf = (candidate: KeptCandidate): string => entryIdOf(delivery, candidate, refusals.numberOf(candidate));
  const refused = batch.refused.map((one) => ({ ...one, id: entryIdOf(delivery, one.candidate, one.occurrence) }));
  const keys = batch.rows.map(({ id }) => id);
  const known = await keysSetAside(transaction, delivery, keys);
  const ownIds = batch.candidates.map((candidate, index) => {
    const row = batch.rows[index] as NormalRow;
    const isLooked = candidate.entry !== undefined || known.has(row.id) || (nameless && isNameless(row));
    return isLooked ? idOf(candidate) : undefined;
  });
  const entries = await holdEntries(
    transaction,
    delivery,
    [...refused.map(({ id }) => id), ...ownIds.filter((id) => id !== undefined)],
    [...keys, ...ownIdsOf(refused, delivery.sourceId)],
  );
  const held: HeldBatch = {
    ...{ batch: { rows: [], candidates: [], refused: [] }, unchanged: 0, entries },
    ...{ going: [], overtaken: [], renamed: new Set() },
  };
  if (entries.size === 0) return { ...held, batch };
  const byRow = Map.groupBy(
    [...entries.values()].filter(({ state, rowId }) => state === 'open' && rowId !== null),
    ({ rowId }) => rowId,
  );
  const overtake = (rowId: string, { entry, position = 0 }: KeptCandidate, own: string | undefined): void => {
    const driven = entry === undefined ? undefined : entries.get(entry);
    const at = driven ?? { importId: delivery.importId, position };
    for (const other of byRow.get(rowId) ?? []) {
      const isEarlier = other.importId === at.importId ? other.position < at.position : driven === undefined;
      if (other.id !== own && isEarlier) held.overtaken.push(other.id);
    }
  };
  const rowIds = new Set([...entries.values()].map(({ rowId }) => rowId));

  batch.rows.forEach((row, index) => {
    const candidate = batch.candidates[index] as KeptCandidate;
    const own = ownIds[index] ?? (rowIds.has(row.id) ? idOf(candidate) : undefined);
    const entry = own === undefined ? undefined : entries.get(own);
    const fate = fateOf(entry, candidate, row);
    if (fate === 'unchanged') held.unchanged += 1;
    else if (fate === 'refused') held.batch.refused.push(refusals.of(candidate, DISMISSED));
    else {
      held.batch.rows.push(row);
      held.batch.candidates.push(candidate);
      if (entry?.state === 'open') held.going.push({ entryId: entry.id, candidate, row });
      overtake(row.id, candidate, own);
    }
  });
  for (const { id, ...one } of refused) {
    const state = entries.get(id)?.state;
    if (state === 'settled' || (state !== 'open' && one.candidate.entry !== undefined)) held.unchanged += 1;
    else {
      held.batch.refused.push(one);
      const rowId = rowIdOf(one.candidate, delivery.sourceId);
      if (rowId !== null) overtake(rowId, one.candidate, id);
    }
  }
  return numbered(transaction, delivery, held);
}

/** The batch with numbers of their own for rows without ids that are driven in again. */
async function numbered(transaction: Transaction, delivery: Delivery, held: HeldBatch): Promise<HeldBatch> {
  const { batch } = held;
  const isDriven = (index: number): boolean => batch.candidates[index]?.entry !== undefined;
  const { rows, renamed } = await withFreeNumbers(transaction, delivery, batch.rows, isDriven);
  if (renamed.size === 0) return held;
  const rowOf = new Map(batch.candidates.map((candidate, index) => [candidate, rows[index]]));
  const going = held.going.map((one) => ({ ...one, row: rowOf.get(one.candidate) ?? one.row }));
  return { ...held, batch: { ...batch, rows }, going, renamed };
}

/** What becomes of a row that could go in, by the entry it has in the quarantine. */
function fateOf(
  entry: StandingEntry | undefined,
  { entry: driven }: KeptCandidate,
  row: NormalRow,
): 'stored' | 'unchanged' | 'refused' {
  if (driven !== undefined) return entry?.state === 'open' ? 'stored' : 'unchanged';
  if (entry?.state === 'dismissed') return 'refused';
  // Its row is in: as people mended it, or under a number that this time would be another's.
  if (entry?.how === 'stored' && (entry.isMended || isNameless(row))) return 'unchanged';
  return 'stored';
}
