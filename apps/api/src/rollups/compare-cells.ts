import { dateOf } from '#domain/calendar-date.ts';
import type { Transaction } from '../database/database.ts';
import { paged } from '../database/paged.ts';
import type { CellDeltas, CellKey } from './cell-deltas.ts';
import { withoutTrailingZeros } from './trailing-zeros.ts';
import type { CellTable } from './cell-table.ts';

/** A cell that does not equal the recount of its facts. */
export interface CellDifference {
  table: string;
  /** `w 2026-11-09 department=… channel=1 language=vi` */
  cell: string;
  stored: number[];
  recounted: number[];
}

interface StoredCell {
  grain: string;
  onDate: string;
  departmentId: string;
  counts: number[];
  [key: string]: CellKey | number[];
}

/** Compares every stored cell with a recount; cells missing on either side count as zeros. */
export async function compareCells(
  transaction: Transaction,
  table: CellTable,
  recounted: CellDeltas,
): Promise<CellDifference[]> {
  const expected = new Map(
    recounted
      .changed()
      .map((cell) => [cellName(cell.grain, dateOf(cell.day), cell.departmentId, table, cell.keys), cell.counts]),
  );
  const differences: CellDifference[] = [];
  const text = `select grain, on_date::text as "onDate", department_id as "departmentId",
    ${table.keys.map(({ name }) => name).join(', ')}, counts from ${table.name} where organisation_id = $1::uuid`;
  for await (const rows of paged<StoredCell>(transaction, text, [transaction.scope.organisationId])) {
    for (const row of rows) {
      const keys = table.keys.map(({ name }) => row[name] as CellKey);
      const cell = cellName(row.grain, row.onDate, row.departmentId, table, keys);
      const stored = withoutTrailingZeros(row.counts);
      const counted = expected.get(cell) ?? [];
      expected.delete(cell);
      if (stored.length !== counted.length || stored.some((count, slot) => count !== counted[slot])) {
        differences.push({ table: table.name, cell, stored, recounted: counted });
      }
    }
  }
  for (const [cell, counted] of expected) {
    differences.push({ table: table.name, cell, stored: [], recounted: counted });
  }
  return differences;
}

function cellName(
  grain: string,
  onDate: string,
  departmentId: string,
  table: CellTable,
  keys: readonly CellKey[],
): string {
  const named = table.keys.map(({ name }, index) => `${name}=${keys[index]}`);
  return [grain, onDate, `department=${departmentId}`, ...named].join(' ');
}
