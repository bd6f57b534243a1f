import type { AnsweredCell } from './answered-table.ts';

/** A site, as far as it was ever answered at. */
export interface AnsweredSite {
  site: string;
  members: readonly string[];
  /** The department that has answered longest. */
  first: string;
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
