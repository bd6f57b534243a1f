import type { PackedCells } from '../database/packed-cells.ts';
import type { CellDeltas } from '../rollups/cell-deltas.ts';
import type { CellTable } from '../rollups/cell-table.ts';

/** What every stored fact carries. */
export interface Fact {
  /** The natural key as a uuid, or as its sixteen bytes: the first 128 bits of sha256 of source and external id. */
  id: string;
  sourceId: string;
  departmentId: string;
  externalId: string;
}

/** One column of a fact table: how a value of it is packed for the way to the server. */
export interface FactColumn<Row extends Fact> {
  name: string;
  /** Element type of the array on the wire, and its number in Postgres. */
  type: string;
  oid: number;
  /** Type to cast each element to, where it differs (nested arrays travel as text). */
  cast?: string;
  /** True where a correction leaves what is stored. */
  kept?: boolean;
  pack(cells: PackedCells, row: Row): void;
}

/** A kind of fact kept by the ingest primitive: its table, its columns, and what each row adds to its cells. */
export interface FactTable<Row extends Fact, Counted> {
  name: string;
  cells: CellTable;
  /** In the order in which they are packed: those every fact has first, those that are kept last. */
  columns: readonly FactColumn<Row>[];
  /** SQL select list, over alias f, of what `count` needs of a stored row, aliased to the names of `Counted`. */
  countedSql: string;
  /** The same of a row about to be stored; good until the next row is asked for. */
  countedOf(row: Row): Counted;
  /** Adds one row to its cell, or takes it out again. */
  count(deltas: CellDeltas, counted: Counted, sign: 1 | -1): void;
}
