import { int8Array, uuidArray } from '../database/binary-array.ts';
import type { Transaction } from '../database/database.ts';
import { applyCellDeltas } from '../rollups/apply-cells.ts';
import { CellDeltas } from '../rollups/cell-deltas.ts';
import { factSql } from './fact-sql.ts';
import type { Fact, FactTable } from './fact-table.ts';
import { type FactWriter, RivalWriteError, type WriteOptions, type WriteOutcome } from './fact-writer.ts';

/**
 * The ingest primitive: set-based upsert on the natural key with the signed difference of every touched cell in the
 * same transaction. A difference is computed only from rows whose insert we own or whose old version we hold locked,
 * so at every commit the cells equal a recount. Locks are taken in phases (inserts by id, stored rows by id, cells by
 * key), each in one order for all writers: no deadlock.
 */
export function upsertFacts<Row extends Fact, Counted>(table: FactTable<Row, Counted>): FactWriter<Row> {
  const sql = factSql(table);
  const named = (name: keyof typeof sql, transaction: Transaction, values: readonly unknown[]) =>
    transaction.client.query({
      name: `${table.name}-${name}`,
      text: sql[name],
      values: [transaction.scope.organisationId, ...values],
    });
  const arrays = (rows: readonly Row[]) => table.columns.map((column) => column.encode(rows));

  /** Hopes that every row is new, as in a first load; null, and nothing done, when that does not hold. */
  async function insertAll(transaction: Transaction, rows: readonly Row[], deltas: CellDeltas) {
    await transaction.client.query('savepoint hopeful');
    try {
      // Without `on conflict`, which takes half as long again: a row that is there is an error. Nothing is read from the
      // command tag, which on a distributed server tells the rows selected.
      await named('insertNew', transaction, arrays(rows));
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await transaction.client.query('rollback to savepoint hopeful');
      return null;
    }
    for (const row of rows) table.count(deltas, table.countedOf(row), 1);
    return { inserted: rows, updated: 0 };
  }

  /** Stores rows of which some are known; returns how many were new and how many changed. */
  async function insertAndReplace(
    transaction: Transaction,
    rows: readonly Row[],
    deltas: CellDeltas,
    options: WriteOptions,
  ) {
    const probed = await named('probe', transaction, [
      uuidArray(rows.map(({ id }) => id)),
      int8Array(rows.map(({ contentHash }) => contentHash)),
    ]);
    const absent: Row[] = [];
    const different: Row[] = [];
    for (const { index, absent: isAbsent } of (probed.rows as { index: number; absent: boolean }[]).sort(
      (a, b) => a.index - b.index,
    )) {
      const row = rows[index];
      if (row !== undefined) (isAbsent ? absent : different).push(row);
    }

    const accepted: Row[] = [];
    if (absent.length > 0) {
      const inserted = await named('insertReturning', transaction, arrays(absent));
      const ours = new Set((inserted.rows as { id: string }[]).map(({ id }) => id));
      for (const row of absent) {
        if (ours.has(row.id)) {
          table.count(deltas, table.countedOf(row), 1);
          accepted.push(row);
        } else different.push(row);
      }
    }
    return { inserted: accepted, updated: await replace(transaction, different.sort(byId), deltas, options) };
  }

  /** Replaces stored rows by what was sent, each under its lock. */
  async function replace(
    transaction: Transaction,
    rows: readonly Row[],
    deltas: CellDeltas,
    { beforeReplacing }: WriteOptions,
  ): Promise<number> {
    if (rows.length === 0) return 0;
    const locked = await named('lock', transaction, [
      uuidArray(rows.map(({ id }) => id)),
      int8Array(rows.map(({ contentHash }) => contentHash)),
    ]);
    const stored = locked.rows as ({ index: number; same: boolean } & Counted)[];
    if (stored.length !== rows.length) throw new RivalWriteError('a row was erased while it was being corrected');
    const changed: Row[] = [];
    for (const old of stored) {
      const row = rows[old.index];
      if (row === undefined || old.same) continue;
      table.count(deltas, old, -1);
      table.count(deltas, table.countedOf(row), 1);
      changed.push(row);
    }
    if (changed.length > 0) {
      await beforeReplacing?.(changed);
      await named('replace', transaction, arrays(changed.sort(byId)));
    }
    return changed.length;
  }

  return {
    async write(transaction, given, options = {}): Promise<WriteOutcome> {
      const rows = lastOfEachId(given).sort(byId);
      const deltas = new CellDeltas(table.cells);
      let outcome = options.expectNew ? await insertAll(transaction, rows, deltas) : null;
      outcome ??= await insertAndReplace(transaction, rows, deltas, options);
      await applyCellDeltas(transaction, table.cells, deltas);
      const { inserted, updated } = outcome;
      const accepted = inserted.length;
      return { accepted, updated, unchanged: given.length - accepted - updated, refused: [], inserted };
    },

    async erase(transaction, ids) {
      const deltas = new CellDeltas(table.cells);
      const { rows: stored } = await named('lockStored', transaction, [uuidArray(ids)]);
      for (const old of stored as Counted[]) table.count(deltas, old, -1);
      // Only what was locked: a row inserted since the lock is somebody else's and stays.
      await named('erase', transaction, [uuidArray((stored as { id: string }[]).map(({ id }) => id))]);
      await applyCellDeltas(transaction, table.cells, deltas);
      return stored.length;
    },

    async restore(transaction, formers) {
      const deltas = new CellDeltas(table.cells);
      const ids = formers.map(({ id }) => id).sort();
      const { rows: stored } = await named('lockStored', transaction, [uuidArray(ids)]);
      for (const old of stored as Counted[]) table.count(deltas, old, -1);
      const { rows: restored } = await named('restore', transaction, [formers.map((former) => JSON.stringify(former))]);
      for (const row of restored as Counted[]) table.count(deltas, row, 1);
      await applyCellDeltas(transaction, table.cells, deltas);
    },
  };
}

const isDuplicate = (error: unknown): boolean => (Object(error) as { code?: unknown }).code === '23505';

const byId = (a: Fact, b: Fact): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Within one sending the last word on a natural key counts. */
function lastOfEachId<Row extends Fact>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
