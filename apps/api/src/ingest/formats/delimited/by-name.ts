import { plainName } from '../../mapping/nearest-name.ts';
import { cellText } from '../json/cell-text.ts';
import type { JsonObject } from '../json/object-item.ts';

/** The columns of a sheet, each with all the names that tables give it. */
export type NamesOf = Readonly<Record<string, readonly string[]>>;

/** Tells the cells of a table's rows by the columns of a sheet; columns that have no name there are left. */
export function byName(names: NamesOf): (row: JsonObject) => Record<string, string> {
  const columnOf = new Map(
    Object.entries(names).flatMap(([column, all]) => all.map((name): [string, string] => [plainName(name), column])),
  );
  return (row) => {
    const cells: Record<string, string> = {};
    for (const [name, value] of Object.entries(row)) {
      const column = columnOf.get(plainName(name));
      if (column !== undefined) cells[column] ||= cellText(value);
    }
    return cells;
  };
}

/** True where one of a column's names is among those of a table, for each of the columns. */
export function hasColumns(table: readonly string[], names: NamesOf, columns: readonly string[]): boolean {
  const plain = new Set(table.map(plainName));
  return columns.every((column) => names[column]?.some((name) => plain.has(plainName(name))) === true);
}
