import type { Transaction } from '../database/database.ts';
import type { Fact } from './fact-table.ts';

/** A row that only its writer could refuse (an event for a complaint nobody knows, say). */
export interface RefusedRow {
  /** Position among the rows given. */
  index: number;
  field: string | null;
  code: string;
  message: string;
}

/** What became of a batch: accepted + updated + unchanged + refused = rows given. */
export interface WriteOutcome {
  accepted: number;
  updated: number;
  unchanged: number;
  refused: RefusedRow[];
}

/** Stores batches of one kind of fact, with their cells, in the caller's transaction. */
export interface FactWriter<Row extends Fact> {
  /** `expectNew` is a hint, never a promise: a first load is quicker with it, everything else quicker without. */
  write(transaction: Transaction, rows: readonly Row[], expectNew?: boolean): Promise<WriteOutcome>;
  /** Erases facts and takes them out of their cells; returns how many there were. */
  erase(transaction: Transaction, ids: readonly string[]): Promise<number>;
}

/** Thrown when rival writers changed the same rows meanwhile: the transaction is to be run again from its beginning. */
export class RivalWriteError extends Error {
  readonly code = '40001';
}
