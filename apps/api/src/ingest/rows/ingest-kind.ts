import type { Transaction } from '../../database/database.ts';
import type { StoredRow, WriteOptions, WriteOutcome } from '../../facts/fact-writer.ts';
import type { VisitMerge } from '../running/merged-visits.ts';
import type { ImportContext } from './normaliser.ts';
import type { CheckedRow } from './row-validator.ts';

/** What every normalised row has, of whatever kind. */
export interface NormalRow {
  id: string;
  departmentId?: string;
  /** Of a row that is taken back: the visit that takes the place of its own. */
  merge?: VisitMerge;
  /** The same row under another name, where it is no plain object. */
  renamed?(name: { id: string; externalId: string }): NormalRow;
}

/** One kind of row on its way in: from checked fields to a fact, and from facts to the tables. */
export interface IngestKind<Row extends NormalRow = NormalRow> {
  check(value: Record<string, unknown>): CheckedRow;
  /** Begins a batch: what makes the rows of it. */
  begin(context: ImportContext): (row: CheckedRow) => Row;
  /** When it happened, for freshness. */
  happenedAt(row: Row): number;
  write(
    transaction: Transaction,
    rows: readonly Row[],
    options: WriteOptions,
    context: ImportContext,
  ): Promise<WriteOutcome>;
  erase(transaction: Transaction, ids: readonly string[]): Promise<number>;
  /** Sets rows back to earlier versions; undefined for what is never replaced. */
  restore?(transaction: Transaction, formers: readonly StoredRow[]): Promise<void>;
  /** Stores rows again that were taken back; undefined for what is not kept when it is. */
  reinstate?(transaction: Transaction, formers: readonly StoredRow[]): Promise<void>;
  /** False where the order of batches matters: they are then written one after another. */
  parallel: boolean;
}
