import { PackedCells } from '../database/packed-cells.ts';
import { CellDeltas } from '../rollups/cell-deltas.ts';
import { writeContentHash } from './content-hash.ts';
import type { Fact, FactTable } from './fact-table.ts';
import { spelledAsUuid } from './uuid-of.ts';

/** What of a table facts are packed by. */
export interface PackedTable<Row extends Fact> extends Pick<FactTable<Row, never>, 'columns' | 'cells'> {
  countNew(deltas: CellDeltas, row: Row): void;
}

/**
 * Facts on their way to their table: not kept as objects but packed one after another as they will travel, so that ten
 * thousand of them are one stretch of bytes. What they add to the cells, should all of them be new, is summed up as
 * they come.
 */
export class PackedFacts<Row extends Fact = Fact> {
  private readonly cells = new PackedCells();
  private readonly starts: number[] = [];
  private readonly instants: number[] = [];
  /** The first column that a correction leaves as it is: all from the department up to it say what the row says. */
  private readonly firstKept: number;
  private summed: CellDeltas | null;

  constructor(private readonly table: PackedTable<Row>) {
    const kept = table.columns.findIndex((column) => column.kept === true);
    this.firstKept = kept < 0 ? table.columns.length : kept;
    this.summed = new CellDeltas(table.cells);
  }

  get size(): number {
    return this.starts.length;
  }

  /** What all of them add to the cells if all are new; null where that is not known. */
  get deltas(): CellDeltas | null {
    return this.summed;
  }

  /** Another pack of the same table. */
  empty(): PackedFacts<Row> {
    return new PackedFacts(this.table);
  }

  /** `happenedAt` is when it happened, for freshness. */
  add(row: Row, happenedAt: number): PackedFact {
    const { cells, firstKept, table } = this;
    const { columns } = table;
    const start = cells.end;
    this.starts.push(start);
    let said = start;
    for (let column = 0; column < columns.length; column += 1) {
      columns[column]?.pack(cells, row);
      if (column < firstKept) said = cells.end;
    }
    const { view } = cells;
    writeContentHash(view, cells.after(start + EXTERNAL_ID_AT - 4), said, start + HASH_AT);
    if (this.summed !== null) table.countNew(this.summed, row);
    return this.last(row.departmentId, happenedAt);
  }

  /** Takes in a fact that is packed already, under another name where one is given. */
  copy({ pack, index, departmentId, happenedAt }: PackedFact, name?: { id: string; externalId: string }): PackedFact {
    const { cells } = this;
    let at = pack.starts[index] ?? 0;
    this.starts.push(cells.end);
    this.table.columns.forEach((column) => {
      const next = pack.cells.after(at);
      if (name !== undefined && column.name === 'id') cells.uuid(name.id);
      else if (name !== undefined && column.name === 'external_id') cells.text(name.externalId);
      else cells.raw(pack.cells.bytes.subarray(at, next));
      at = next;
    });
    this.summed = null;
    return this.last(departmentId, happenedAt);
  }

  /** A fact of this pack once more under another name, instead of the one it has. */
  renamed(fact: PackedFact, name: { id: string; externalId: string }): PackedFact {
    return this.copy(fact, name);
  }

  /** Lets go of the facts once they are stored: nothing of them can be told any more. */
  release(): void {
    this.cells.release();
  }

  idOf(index: number): string {
    const at = (this.starts[index] ?? 0) + ID_AT;
    return spelledAsUuid(this.cells.bytes.toString('hex', at, at + 16));
  }

  contentHashOf(index: number): bigint {
    return this.cells.view.getBigInt64((this.starts[index] ?? 0) + HASH_AT);
  }

  externalIdOf(index: number): string {
    const at = (this.starts[index] ?? 0) + EXTERNAL_ID_AT;
    return this.cells.bytes.toString('utf8', at, this.cells.after(at - 4));
  }

  happenedAtOf(index: number): number {
    return this.instants[index] ?? 0;
  }

  /** The first 48 bits of an id as a number. */
  prefixOf(index: number): number {
    const at = (this.starts[index] ?? 0) + ID_AT;
    return this.cells.view.getUint32(at) * 65_536 + this.cells.view.getUint16(at + 4);
  }

  /** Which of two facts comes first by the bytes of their ids, as the server orders them. */
  compare(one: number, other: number): number {
    const from = (this.starts[one] ?? 0) + ID_AT;
    const against = (this.starts[other] ?? 0) + ID_AT;
    const { bytes } = this.cells;
    return bytes.compare(bytes, against, against + 16, from, from + 16);
  }

  /** One binary array a column, of these facts in this order; of the first so many columns only, where told. */
  arrays(order: Uint32Array, columns = this.table.columns.length): Buffer[] {
    const cursors = this.cursorsOf(order);
    return this.table.columns
      .slice(0, columns)
      .map(({ oid }) => this.cells.array(cursors, oid, this.cells.sizeAt(cursors) || order.length * 4));
  }

  /** The same of those columns alone that say something in any row, with their names. */
  filledArrays(order: Uint32Array): { columns: string[]; arrays: Buffer[] } {
    const cursors = this.cursorsOf(order);
    const columns: string[] = [];
    const arrays: Buffer[] = [];
    for (const { name, oid } of this.table.columns) {
      const size = this.cells.sizeAt(cursors);
      if (size > 0) {
        columns.push(name);
        arrays.push(this.cells.array(cursors, oid, size));
      } else this.cells.skipNulls(cursors);
    }
    return { columns, arrays };
  }

  private cursorsOf(order: Uint32Array): Uint32Array {
    const cursors = new Uint32Array(order.length);
    for (let nth = 0; nth < cursors.length; nth += 1) cursors[nth] = this.starts[order[nth] ?? 0] ?? 0;
    return cursors;
  }

  private last(departmentId: string, happenedAt: number): PackedFact {
    this.instants.push(happenedAt);
    return new PackedFact(this, this.starts.length - 1, departmentId);
  }
}

/** Every fact begins with its id, its content hash, its source and its external id; what it says comes behind. */
const ID_AT = 4;
const HASH_AT = 24;
const EXTERNAL_ID_AT = 56;

/** One of the facts packed together. */
export class PackedFact {
  constructor(
    readonly pack: PackedFacts<never>,
    readonly index: number,
    readonly departmentId: string,
  ) {}

  get id(): string {
    return this.pack.idOf(this.index);
  }

  get contentHash(): bigint {
    return this.pack.contentHashOf(this.index);
  }

  get externalId(): string {
    return this.pack.externalIdOf(this.index);
  }

  get happenedAt(): number {
    return this.pack.happenedAtOf(this.index);
  }

  /** The same fact under another name. */
  renamed(name: { id: string; externalId: string }): PackedFact {
    return this.pack.renamed(this, name);
  }
}
