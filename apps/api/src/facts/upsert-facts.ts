import { uuidArray } from '../database/binary-array.ts';
import type { Transaction } from '../database/database.ts';
import { giveBack } from '../database/spare-bytes.ts';
import { applyCellDeltas } from '../rollups/apply-cells.ts';
import { CellDeltas } from '../rollups/cell-deltas.ts';
import { factSql } from './fact-sql.ts';
import type { Fact, FactTable } from './fact-table.ts';
import { type FactWriter, RivalWriteError, type WriteOptions, type WriteOutcome } from './fact-writer.ts';
import { SortedFacts } from './sorted-facts.ts';
import { type PackedFact, PackedFacts } from './packed-facts.ts';

/** A writer of facts that are packed as they come, a batch in a pack. */
export interface PackedFactWriter<Row extends Fact> extends FactWriter<PackedFact> {
  newPack(): PackedFacts<Row>;
}

/** What the writing of a batch did to its facts. */
interface Written {
  inserted: readonly PackedFact[];
  updated: number;
  deltas: CellDeltas;
}

/**
 * The ingest primitive: set-based upsert on the natural key with the signed difference of every touched cell in the
 * same transaction. A difference is computed only from rows whose insert we own or whose old version we hold locked,
 * so at every commit the cells equal a recount. Locks are taken in phases (inserts by id, stored rows by id, cells by
 * key), each in one order for all writers: no deadlock.
 */
export function upsertFacts<Row extends Fact, Counted>(table: FactTable<Row, Counted>): PackedFactWriter<Row> {
  const sql = factSql(table);
  const countNew = (deltas: CellDeltas, row: Row): void => table.count(deltas, table.countedOf(row), 1);
  const allColumns = table.columns.map(({ name }) => name);
  const shapeOf = (filled: ReadonlySet<string>): string =>
    allColumns.reduce((bits, name, nth) => bits + (filled.has(name) ? 2 ** nth : 0), 0).toString(36);
  const named = (name: Exclude<keyof typeof sql, 'insertNew'>, transaction: Transaction, values: readonly unknown[]) =>
    sent(transaction, `${table.name}-${name}`, sql[name], values);

  /** Hopes that every row is new, as in a first load; tells what that counts, or null, and nothing done, where it does not hold. */
  async function insertNew(transaction: Transaction, rows: SortedFacts): Promise<CellDeltas | null> {
    await transaction.client.query('savepoint hopeful');
    try {
      // Without `on conflict`, which takes half as long again: a row that is there is an error. Nothing is read from the
      // command tag, which on a distributed server tells the rows selected.
      const summed = rows.deltas;
      if (summed === null) {
        const { rows: inserted } = await named('insertNewReturning', transaction, rows.arrays());
        return counted(inserted as Counted[]);
      }
      const { columns, arrays } = rows.filled();
      const filled = new Set(columns === 'all' ? allColumns : columns);
      await sent(transaction, `${table.name}-insertNew-${shapeOf(filled)}`, sql.insertNew(filled), arrays);
      return summed;
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      await transaction.client.query('rollback to savepoint hopeful');
      return null;
    }
  }

  /** Stores rows of which some are known; tells which were new and how many changed. */
  async function insertAndReplace(
    transaction: Transaction,
    rows: SortedFacts,
    options: WriteOptions,
  ): Promise<Written> {
    const probed = await named('probe', transaction, rows.keys());
    const found = (probed.rows as { index: number; absent: boolean }[]).sort((a, b) => a.index - b.index);
    const absent = rows.only(found.filter((row) => row.absent).map(({ index }) => index));
    const different = found.filter((row) => !row.absent).map(({ index }) => index);
    const hoped = absent.size === 0 ? new CellDeltas(table.cells) : await insertNew(transaction, absent);
    if (hoped !== null) {
      const updated = await replace(transaction, rows.only(different), hoped, options);
      return { inserted: absent.facts(), updated, deltas: hoped };
    }
    const { rows: inserted } = await named('insertReturning', transaction, absent.arrays());
    const deltas = counted(inserted as Counted[]);
    const ours = new Set((inserted as { id: string }[]).map(({ id }) => id));
    const rivalled = found.filter(({ index, absent: was }) => was && !ours.has(rows.at(index).id));
    const others = [...different, ...rivalled.map(({ index }) => index)].sort((a, b) => a - b);
    const updated = await replace(transaction, rows.only(others), deltas, options);
    return { inserted: absent.facts().filter(({ id }) => ours.has(id)), updated, deltas };
  }

  /** Replaces stored rows by what was sent, each under its lock. */
  async function replace(
    transaction: Transaction,
    rows: SortedFacts,
    deltas: CellDeltas,
    { beforeReplacing }: WriteOptions,
  ): Promise<number> {
    if (rows.size === 0) return 0;
    const locked = await named('lock', transaction, rows.keys());
    const stored = locked.rows as ({ index: number; same: boolean } & Counted)[];
    if (stored.length !== rows.size) throw new RivalWriteError('a row was erased while it was being corrected');
    const different = stored.filter(({ same }) => !same);
    if (different.length === 0) return 0;
    for (const old of different) table.count(deltas, old, -1);
    const changed = rows.only(different.map(({ index }) => index).sort((a, b) => a - b));
    await beforeReplacing?.(changed.facts());
    const { rows: replaced } = await named('replace', transaction, changed.arrays());
    for (const row of replaced as Counted[]) table.count(deltas, row, 1);
    return changed.size;
  }

  function counted(rows: readonly Counted[]): CellDeltas {
    const deltas = new CellDeltas(table.cells);
    for (const row of rows) table.count(deltas, row, 1);
    return deltas;
  }

  return {
    newPack: () => new PackedFacts({ ...table, countNew }),

    async write(transaction, given, options = {}): Promise<WriteOutcome> {
      const rows = SortedFacts.of(given);
      const hoped = options.expectNew ? await insertNew(transaction, rows) : null;
      const { inserted, updated, deltas } =
        hoped === null
          ? await insertAndReplace(transaction, rows, options)
          : { inserted: rows.facts(), updated: 0, deltas: hoped };
      await applyCellDeltas(transaction, table.cells, deltas);
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

    async reinstate(transaction, formers) {
      const { rows } = await named('reinstate', transaction, [formers.map((former) => JSON.stringify(former))]);
      await applyCellDeltas(transaction, table.cells, counted(rows as Counted[]));
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

/** Asks a prepared statement, whose arrays are not read again. */
async function sent({ client, scope }: Transaction, name: string, text: string, values: readonly unknown[]) {
  const answer = await client.query({ name, text, values: [scope.organisationId, ...values] });
  values.forEach(giveBack);
  return answer;
}
