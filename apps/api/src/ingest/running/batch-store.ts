import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { MaskedCounts } from '#domain/masking.ts';
import type { Database, Transaction } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import type { WriteOutcome, WrittenRow } from '../../facts/fact-writer.ts';
import type { KeptCandidate } from '../rows/candidate.ts';
import { keepFormer } from './former-rows.ts';
import { recordBatch, recordedBatches } from './import-batches.ts';
import type { ImportRecord } from './import-record.ts';
import { refuseUnlessHeld } from './import-holder.ts';
import { INGEST_KINDS } from '../rows/ingest-kinds.ts';
import { maskedInAll } from '../masking/row-masking.ts';
import type { NormalisedBatch } from '../rows/normalise-batch.ts';
import type { ImportContext } from '../rows/normaliser.ts';
import { againstQuarantine } from '../quarantine/against-quarantine.ts';
import { type RefusedCandidate, saveRefused } from '../quarantine/quarantine.ts';
import { settleEntries } from '../quarantine/settle-entries.ts';
import { countedOnce } from './merged-rows.ts';
import { keepMerges, waitsThatStay } from './merged-visits.ts';
import { takeBack } from './taken-back.ts';
import { withoutErased } from './without-erased.ts';

/** A batch on its way to the tables: rows to be stored, or rows to be taken back. */
export interface WrittenBatch {
  kind: FactKind;
  batch: NormalisedBatch;
  retracts: boolean;
}

/** What became of the rows, and what was masked in those that were not refused. */
type MaskedOutcome = WriteOutcome & { masked: MaskedCounts };

/** What one transaction stored, as it is recorded. */
export interface Stored {
  outcome: MaskedOutcome;
  /** Ids of the rows that were replaced. */
  replaced: readonly string[];
  refused: RefusedCandidate[];
  lastFactAt: number | null;
}

/** The transaction had been committed before, though nobody heard of it. */
class RecordedBefore extends Error {}

/** Stores the batches of one import, each in a transaction of its own together with the record of it: exactly once. */
export class BatchStore {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly record: ImportRecord,
    private readonly context: ImportContext,
  ) {}

  /** Stores the batch; one that was stored before without anybody hearing of it is not stored again. */
  async store(written: WrittenBatch, expectNew: boolean): Promise<Stored> {
    try {
      return await this.database.inScope(this.scope, (transaction) =>
        this.storeWithin(transaction, written, expectNew),
      );
    } catch (error) {
      if (!(error instanceof RecordedBefore)) throw error;
      const recorded = await this.database.inScope(this.scope, (transaction) =>
        recordedBatches(transaction, this.record.importId),
      );
      const { kind, retracts, batch } = written;
      const [first] = positionsIn(batch);
      const found = recorded.find(
        (one) => one.kind === kind && one.retracts === retracts && one.firstPosition === first,
      );
      if (found === undefined) throw error;
      const outcome = { ...found, refused: [], inserted: [] };
      return { outcome, replaced: [], refused: batch.refused, lastFactAt: found.lastFactAt };
    }
  }

  /** Stores the batch in the caller's transaction. */
  async storeWithin(
    transaction: Transaction,
    { kind, batch: given, retracts }: WrittenBatch,
    expectNew: boolean,
  ): Promise<Stored> {
    await refuseUnlessHeld(transaction, this.record);
    const delivery = { ...this.record, kind };
    // The departments first: whoever erases holds them too, so no row is erased between the look and the writing.
    await holdDepartments(transaction, departmentsOf(given));
    const held = await againstQuarantine(transaction, delivery, given, this.context.refusals);
    const { batch } = held;
    const {
      outcome: written,
      replaced,
      refused,
    } = retracts
      ? { outcome: await this.retract(transaction, kind, batch), replaced: [], refused: batch.refused }
      : await this.insert(transaction, kind, batch, expectNew);
    const outcome = { ...written, unchanged: written.unchanged + held.unchanged };
    await saveRefused(transaction, delivery, refused, held.entries);
    await settleEntries(transaction, delivery, held, { inserted: outcome.inserted, refused });
    const happened = retracts ? [] : batch.rows.map(INGEST_KINDS[kind].happenedAt);
    const lastFactAt = happened.length === 0 ? null : happened.reduce((one, other) => Math.max(one, other));
    const [firstPosition, lastPosition] = positionsIn(given);
    const recorded = {
      kind,
      retracts,
      firstPosition,
      lastPosition,
      lastFactAt,
      ...outcome,
      quarantined: refused.length,
    };
    const { importId } = this.record;
    if (!(await recordBatch(transaction, importId, recorded, outcome.inserted))) throw new RecordedBefore();
    return { outcome, replaced, refused, lastFactAt };
  }

  private async insert(transaction: Transaction, kind: FactKind, batch: NormalisedBatch, expectNew: boolean) {
    const left = await withoutErased(transaction, kind, batch, this.context.refusals);
    const { rows, candidates, refused, superseded, settle } = await countedOnce(transaction, kind, left);
    if (rows.length === 0) return { outcome: { ...NOTHING, unchanged: superseded }, replaced: [], refused };
    const replaced: string[] = [];
    const options = {
      expectNew,
      beforeReplacing: (former: readonly WrittenRow[]) => {
        for (const { id } of former) replaced.push(id);
        return keepFormer(transaction, this.record.importId, kind, former);
      },
    };
    const outcome = await INGEST_KINDS[kind].write(transaction, rows, options, this.context);
    await settle();
    outcome.unchanged += superseded;
    const also = outcome.refused.map(({ index, ...problem }) =>
      this.context.refusals.of(candidates[index] ?? { row: 0, raw: '' }, problem),
    );
    const isRefused = new Set(outcome.refused.map(({ index }) => index));
    const masked = maskedInAll(candidates.filter((_, index) => !isRefused.has(index)));
    return { outcome: { ...outcome, masked }, replaced, refused: [...refused, ...also] };
  }

  /** A row taken back has changed; one that was not there is as its source has it. */
  private async retract(transaction: Transaction, kind: FactKind, { rows }: NormalisedBatch): Promise<MaskedOutcome> {
    const { importId } = this.record;
    const merges = rows.flatMap(({ merge }) => merge ?? []);
    await keepMerges(transaction, importId, merges);
    const stay = kind === 'waits' ? await waitsThatStay(transaction, rows) : new Set();
    const ids = rows.flatMap(({ id }) => (stay.has(id) ? [] : [id]));
    const updated = await takeBack(transaction, importId, kind, ids);
    return { ...NOTHING, updated, unchanged: rows.length - updated };
  }
}

const NOTHING: MaskedOutcome = { accepted: 0, updated: 0, unchanged: 0, refused: [], inserted: [], masked: {} };

/** What is stored of a sending without rows. */
export const NOTHING_STORED: Stored = { outcome: NOTHING, replaced: [], refused: [], lastFactAt: null };

/** Positions of the first and the last row of a batch; refused ones count. */
function positionsIn({ candidates, refused }: NormalisedBatch): [first: number, last: number] {
  let first = Infinity;
  let last = 0;
  const see = ({ position = 0 }: KeptCandidate): void => {
    first = Math.min(first, position);
    last = Math.max(last, position);
  };
  for (const candidate of candidates) see(candidate);
  for (const { candidate } of refused) see(candidate);
  return [first, last];
}

function departmentsOf({ rows }: NormalisedBatch): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { departmentId } of rows) if (departmentId !== undefined) ids.add(departmentId);
  return ids;
}

/** Keeps the batch's departments from being removed meanwhile: what a foreign key a row would do, once a batch. */
async function holdDepartments({ query, scope }: Transaction, ids: ReadonlySet<string>): Promise<void> {
  if (ids.size === 0) return;
  const held = await query(
    'select id from department where organisation_id = $1 and id = any ($2::uuid[]) order by id for key share',
    [scope.organisationId, [...ids]],
  );
  if (held.length !== ids.size) throw new Error('a department was removed during the import: send the rows again');
}
