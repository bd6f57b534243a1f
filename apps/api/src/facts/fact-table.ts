import type { CellDeltas } from '../rollups/cell-deltas.ts';
import type { CellTable } from '../rollups/cell-table.ts';

/** What every stored fact carries. */
export interface Fact {
  /** The natural key as a uuid: the first 128 bits of sha256 of source and external id. */
  id: string;
  sourceId: string;
  departmentId: string;
  /** First 64 bits of sha256 of the normalised values: equal means nothing changed. */
  contentHash: bigint;
  externalId: string;
}

/** One column of a fact table: how a batch of rows becomes a binary array of it. */
export interface FactColumn<Row extends Fact> {
  name: string;
  /** Element type of the array on the wire. */
  type: string;
  /** Type to cast each element to, where it differs (nested arrays travel as text). */
  cast?: string;
  encode(rows: readonly Row[]): Buffer;
}

/** A kind of fact kept by the ingest primitive: its table, its columns, and what each row adds to its cells. */
export interface FactTable<Row extends Fact, Counted> {
  name: string;
  cells: CellTable;
  columns: readonly FactColumn<Row>[];
  /** SQL select list, over alias f, of what `count` needs of a stored row, aliased to the names of `Counted`. */
  countedSql: string;
  /** The same of a row about to be stored. */
  countedOf(row: Row): Counted;
  /** Adds one row to its cell, or takes it out again. */
  count(deltas: CellDeltas, counted: Counted, sign: 1 | -1): void;
}
