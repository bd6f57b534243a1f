import { nameOfCell } from '#metrics/small-numbers/cut-table.ts';
import type { AnsweredCell } from './answered-table.ts';

/** A site, as far as it was ever answered at. */
export interface AnsweredSite {
  site: string;
  members: readonly string[];
  /** The department that has answered longest. */
  first: string;
}

/** For each cell of a table by some values and the site, the department that has answered so longest. */
export function firstOfSites(
  cells: readonly AnsweredCell[],
  siteOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const firsts = new Map<string, { department: string; since: number }>();
  for (const { values, since } of cells) {
    const department = values.at(-1) ?? '';
    const name = nameOfCell(values.with(-1, siteOf.get(department) ?? ''));
    const known = firsts.get(name);
    const isEarlier =
      known === undefined || since < known.since || (since === known.since && department < known.department);
    if (isEarlier) firsts.set(name, { department, since });
  }
  return new Map([...firsts].map(([name, { department }]) => [name, department]));
}

/** The sites of departments that anybody ever answered at. */
export function sitesOf(cells: readonly AnsweredCell[], siteOf: ReadonlyMap<string, string>): AnsweredSite[] {
  const departmentOf = ({ values }: AnsweredCell): string => values[0] ?? '';
  const bySite = Map.groupBy(cells, (cell) => siteOf.get(departmentOf(cell)) ?? '');
  return [...bySite].map(([site, members]) => {
    const [first] = members.toSorted((a, b) => a.since - b.since || (departmentOf(a) < departmentOf(b) ? -1 : 1));
    return { site, members: members.map(departmentOf), first: first === undefined ? '' : departmentOf(first) };
  });
}
