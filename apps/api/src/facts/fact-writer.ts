import type { RefusalCode } from '#contracts/ingest/refusal-code.ts';
import type { Transaction } from '../database/database.ts';

/** A row that only its writer could refuse (an event for a complaint nobody knows, say). */
export interface RefusedRow {
  /** Position among the rows given. */
  index: number;
  field: string | null;
  code: RefusalCode;
  message: string;
}

/** What became of a batch: accepted + updated + unchanged + refused = rows given. */
export interface WriteOutcome {
  accepted: number;
  updated: number;
  unchanged: number;
  refused: RefusedRow[];
  /** The rows that were new, by which an import can be undone. */
  inserted: readonly WrittenRow[];
}

/** A stored row and what it said when it was written. */
export interface WrittenRow {
  id: string;
  /** 64 bits that stand for everything it says: equal means nothing changed. */
  contentHash: bigint;
}

/** A row of a fact table, by the names of its columns. */
export type StoredRow = { id: string } & Readonly<Record<string, unknown>>;

export interface WriteOptions {
  /** A hint, never a promise: a first load is quicker with it, everything else quicker without. */
  expectNew?: boolean;
  /** Hears which stored rows are about to be replaced, under their locks, and by what. */
  beforeReplacing?(rows: readonly WrittenRow[]): Promise<void>;
}

/** Stores batches of one kind of fact, with their cells, in the caller's transaction. */
export interface FactWriter<Row extends WrittenRow> {
  write(transaction: Transaction, rows: readonly Row[], options?: WriteOptions): Promise<WriteOutcome>;
  /** Erases facts and takes them out of their cells; returns how many there were. */
  erase(transaction: Transaction, ids: readonly string[]): Promise<number>;
  /** Sets stored rows back to earlier versions of theirs, which the caller has locked. */
  restore(transaction: Transaction, formers: readonly StoredRow[]): Promise<void>;
  /** Stores rows again that were taken back and that nobody has told again since. */
  reinstate?(transaction: Transaction, formers: readonly StoredRow[]): Promise<void>;
}

/** Thrown when rival writers changed the same rows meanwhile: the transaction is to be run again from its beginning. */
export class RivalWriteError extends Error {
  readonly code = '40001';
}
