import { type CutTable, nameOfCell } from '#metrics/small-numbers/cut-table.ts';
import { type CellMembership, isBalanced } from '#metrics/small-numbers/balance.ts';
import { type AnsweredCell, cellsOfTable } from './answered-table.ts';
import type { Cut } from './cut.ts';
import type { CutCalendar } from './cut-calendar.ts';
import type { Answered } from './read-answers.ts';
import { type AnsweredSite, firstOfSites, sitesOf } from './answered-sites.ts';

/** Values kept of each axis that is filtered by, as stored; the departments stand apart, because they lie in sites. */
export interface Region {
  departments: ReadonlySet<string> | null;
  others: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Which key of a row holds what. */
export interface Axes {
  department: number;
  others: ReadonlyMap<string, number>;
  siteOf: ReadonlyMap<string, string>;
}

const ALL = 'all sites';

/**
 * All answers that were counted alike: those to one question, at one touchpoint, or one kind of wait. What may be told of
 * some of them depends on what else may be told of the same.
 */
export class AnsweredUniverse {
  private readonly tables = new Map<string, readonly AnsweredCell[]>();
  private readonly atCut = new Map<string, CutTable>();
  private readonly firsts = new Map<string, ReadonlyMap<string, string>>();
  private readonly movedCuts = new Map<number, Cut>();
  private sites: readonly AnsweredSite[] | undefined;
  private readonly places = new WeakMap<ReadonlySet<string>, readonly Place[]>();

  constructor(
    private readonly answered: Answered,
    private readonly counter: number,
    private readonly axes: Axes,
    private readonly minimum: number,
    private readonly calendar: CutCalendar,
    private readonly today: number,
  ) {}

  /** True if the number of answers in the region, from one date to another (exclusive), gives nothing small away. */
  mayTell(region: Region, from: number, to: number): boolean {
    const [start, end] = [this.cut(from), this.cut(to)];
    if (start.day >= end.day) return true;
    if (!this.balanced([], null, () => true, start, end)) return false;
    const filtered = [...region.others.keys()];
    for (const axes of subsetsOf(filtered)) {
      const within = (axis: number, value: string): boolean => region.others.get(axes[axis] ?? '')?.has(value) === true;
      if (axes.length > 0 && !this.balanced(axes, null, within, start, end)) return false;
      for (const { site, inside } of this.placesOf(region.departments)) {
        const inPlace = (axis: number, value: string): boolean =>
          axis < axes.length ? within(axis, value) : inside(value);
        const inCell =
          site === ALL && axes.length > 0 ? this.cellsInside(axes, within, region.departments, inPlace) : undefined;
        if (!this.balanced(axes, site, inPlace, start, end, inCell)) return false;
      }
    }
    return true;
  }

  private cut(day: number): Cut {
    let cut = this.movedCuts.get(day);
    if (cut === undefined) {
      const [all] = this.cells([], null);
      const { calendar, today } = this;
      cut = calendar.cutAt(day, today);
      if (all !== undefined) cut = calendar.moved(cut, all, today);
      this.movedCuts.set(day, cut);
    }
    return cut;
  }

  private balanced(
    axes: readonly string[],
    site: string | null,
    inside: (axis: number, value: string) => boolean,
    from: Cut,
    to: Cut,
    insideCell?: CellMembership,
  ): boolean {
    return isBalanced(inside, this.table(axes, site, from), this.table(axes, site, to), insideCell);
  }

  /**
   * Which cells of sites a region holds: of a site in part, those whose first department it holds. The first of those who
   * answered so, since one that never did stands for nothing: without it the rest is all of the site.
   */
  private cellsInside(
    axes: readonly string[],
    within: (axis: number, value: string) => boolean,
    departments: ReadonlySet<string> | null,
    inPlace: (axis: number, value: string) => boolean,
  ): CellMembership {
    const name = axes.join();
    let firsts = this.firsts.get(name);
    if (firsts === undefined) {
      firsts = firstOfSites(this.cells(axes, 'departments'), this.axes.siteOf);
      this.firsts.set(name, firsts);
    }
    return (values) => {
      const first = firsts.get(nameOfCell(values));
      return values.every((value, axis) =>
        axis < axes.length ? within(axis, value) : first === undefined ? inPlace(axis, value) : departments?.has(first),
      );
    };
  }

  /** Sites against each other, and within each site that is asked for in part its departments. */
  private placesOf(departments: ReadonlySet<string> | null): readonly Place[] {
    if (departments === null) return [];
    const known = this.places.get(departments);
    if (known !== undefined) return known;
    this.sites ??= sitesOf(this.cells([], 'departments'), this.axes.siteOf);
    const places = this.sites.map(({ site, members, first }) => {
      const kept = members.filter((department) => departments.has(department));
      // Of a site in part, its first department says on which side it stands.
      const whole = kept.length === members.length || departments.has(first);
      return { site, part: kept.length > 0 && kept.length < members.length, whole };
    });
    const wholeSites = new Set(places.filter(({ whole }) => whole).map(({ site }) => site));
    const found = [
      { site: ALL, inside: (site: string) => wholeSites.has(site) },
      ...places
        .filter(({ part }) => part)
        .map(({ site }) => ({ site, inside: (department: string) => departments.has(department) })),
    ];
    this.places.set(departments, found);
    return found;
  }

  private table(axes: readonly string[], site: string | null, cut: Cut): CutTable {
    const name = `${axes.join()}/${site ?? ''}/${cut.day}`;
    let table = this.atCut.get(name);
    if (table === undefined) {
      table = this.calendar.tableAt(this.cells(axes, site), cut, this.minimum);
      this.atCut.set(name, table);
    }
    return table;
  }

  /** The cells of a table: by the axes, and by site, by the departments of a site, or by none. */
  private cells(axes: readonly string[], site: string | null): readonly AnsweredCell[] {
    const name = `${axes.join()}/${site ?? ''}`;
    let cells = this.tables.get(name);
    if (cells === undefined) {
      cells = cellsOfTable(this.answered, this.counter, ({ keys }) => {
        const others = axes.map((axis) => keys[this.axes.others.get(axis) ?? -1] ?? '');
        if (site === null) return others;
        const department = keys[this.axes.department] ?? '';
        const own = this.axes.siteOf.get(department) ?? '';
        if (site === ALL) return [...others, own];
        return site === 'departments' || site === own ? [...others, department] : undefined;
      });
      this.tables.set(name, cells);
    }
    return cells;
  }
}

/** What is set against each other: sites, or the departments of one; and which of them a region holds. */
interface Place {
  site: string;
  inside(value: string): boolean;
}

function subsetsOf(axes: readonly string[]): string[][] {
  return axes.reduce<string[][]>((all, axis) => [...all, ...all.map((some) => [...some, axis])], [[]]);
}
