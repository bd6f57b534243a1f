import { dayNumberOf } from '#domain/calendar-date.ts';
import { charArray, dateArray, flatInt4Arrays, int2Array, textArray, uuidArray } from '../database/binary-array.ts';
import type { Transaction } from '../database/database.ts';
import { applyArrivals } from './apply-arrivals.ts';
import type { Cell, CellKey } from './cell-deltas.ts';
import { CellDeltas } from './cell-deltas.ts';
import type { CellTable } from './cell-table.ts';

/** A signed change of one day cell. */
export interface CellDelta {
  /** `YYYY-MM-DD`, at the site. */
  onDate: string;
  departmentId: string;
  keys: readonly CellKey[];
  counts: readonly number[];
}

/** Adds changes of day cells, and of the weeks they lie in, inside the transaction of the facts they come from. */
export async function applyCells(
  transaction: Transaction,
  table: CellTable,
  deltas: readonly CellDelta[],
): Promise<void> {
  const sum = new CellDeltas();
  for (const { onDate, departmentId, keys, counts } of deltas) {
    const cell = sum.at(dayNumberOf(onDate), departmentId, keys);
    counts.forEach((count, slot) => {
      while (cell.length <= slot) cell.push(0);
      cell[slot] = (cell[slot] ?? 0) + count;
    });
  }
  await applyCellDeltas(transaction, table, sum);
}

/** Writes all changes of cells in one statement, in key order, then those of their sources; returns how many cells it touched. */
export async function applyCellDeltas(transaction: Transaction, table: CellTable, deltas: CellDeltas): Promise<number> {
  const cells = deltas.changed();
  if (cells.length > 0) await applyChanged(transaction, table, cells);
  await applyArrivals(transaction, deltas.arrivals);
  return cells.length;
}

async function applyChanged({ client, scope }: Transaction, table: CellTable, cells: readonly Cell[]): Promise<void> {
  const widest = cells.reduce((width, { counts }) => Math.max(width, counts.length), 0);
  const width = Math.ceil(widest / WIDTH_STEP) * WIDTH_STEP;
  await client.query({
    name: `apply-${table.name}-${width}`,
    text: applySql(table, width),
    values: [scope.organisationId, ...cellArrays(table, cells)],
  });
}

/** Statements are prepared per width; a step of sixteen keeps them few. */
const WIDTH_STEP = 16;

/** Counts of all cells travel as one flat array with the ends of each cell's stretch. */
function cellArrays(table: CellTable, cells: readonly Cell[]): Buffer[] {
  return [
    charArray(cells.map(({ grain }) => grain)),
    dateArray(cells.map(({ day }) => day)),
    uuidArray(cells.map(({ departmentId }) => departmentId)),
    ...flatInt4Arrays(cells.map(({ counts }) => counts)),
    ...table.keys.map(({ type }, index) => {
      const values = cells.map(({ keys }) => keys[index] ?? 0);
      return type === 'text' ? textArray(values.map(String)) : int2Array(values.map(Number));
    }),
  ];
}

/** A cell longer than this statement's width keeps its tail; a shorter one grows. */
export function applySql({ name, keys }: CellTable, width: number): string {
  const columns = keys.map((key) => key.name).join(', ');
  const sums = Array.from(
    { length: width },
    (_, index) => `coalesce(r.counts[${index + 1}], 0) + coalesce(excluded.counts[${index + 1}], 0)`,
  );
  return `insert into ${name} as r (organisation_id, grain, on_date, department_id, ${columns}, counts)
select $1::uuid, x.grain, x.on_date, x.department_id, ${columns}, ($5::int4[])[x.first:x.last]
from (select unnest($2::"char"[]) grain, unnest($3::date[]) on_date, unnest($4::uuid[]) department_id,
    unnest($6::int4[]) first, unnest($7::int4[]) last,
    ${keys.map((key, index) => `unnest($${index + 8}::${key.type}[]) ${key.name}`).join(', ')}) x
on conflict (organisation_id, grain, on_date, department_id, ${columns}) do update set counts =
  array[${sums.join(', ')}] || r.counts[${width + 1}:]`;
}
