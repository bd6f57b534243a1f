import { mondayOf } from '#domain/calendar-date.ts';
import { ArrivalDeltas } from './arrival-deltas.ts';
import { dropTrailingZeros } from './trailing-zeros.ts';

export type CellKey = number | string;

/** The signed counts of one cell. */
export interface Cell {
  grain: 'd' | 'w' | 'm';
  /** Days since 1970-01-01; the Monday for a week, the first for a month. */
  day: number;
  departmentId: string;
  keys: readonly CellKey[];
  counts: number[];
}

/** Cells by day, then department, then each key in turn: millions of look-ups build no name of a cell. */
type Branch = Map<CellKey, Branch | Cell>;

/** Collects what a batch adds to and takes from day cells, from which weeks follow; or from month cells, which stand alone. */
export class CellDeltas {
  /** What the same rows change of the counts of their sources. */
  readonly arrivals = new ArrivalDeltas();
  private readonly tree: Branch = new Map();
  private readonly days: Cell[] = [];
  private readonly grain: 'd' | 'm';
  /** Rows often come day by day. */
  private lastDay = NaN;
  private lastBranch: Branch = new Map();

  constructor({ monthly = false }: { monthly?: boolean } = {}) {
    this.grain = monthly ? 'm' : 'd';
  }

  /** How many cells there are, weeks not among them. */
  get size(): number {
    return this.days.length;
  }

  /** The counts to add to for one day (the first, of a month), department and set of keys. */
  at(day: number, departmentId: string, keys: readonly CellKey[]): number[] {
    if (day !== this.lastDay) {
      this.lastDay = day;
      this.lastBranch = branchOf(this.tree, day);
    }
    return countsIn(this.lastBranch, this.days, this.grain, day, departmentId, keys);
  }

  /** The cells that really change, in the order in which every writer takes its locks: the primary key's. */
  changed(): Cell[] {
    const tree: Branch = new Map();
    for (const { day, departmentId, keys, counts } of this.grain === 'd' ? this.days : []) {
      const monday = mondayOf(day);
      const week = countsIn(branchOf(tree, monday), [], 'w', monday, departmentId, keys);
      while (week.length < counts.length) week.push(0);
      for (let slot = 0; slot < counts.length; slot += 1) week[slot] = (week[slot] ?? 0) + (counts[slot] ?? 0);
    }
    const changed: Cell[] = [];
    for (const ofGrain of [this.tree, tree]) collect(ofGrain, changed);
    return changed;
  }
}

/**
 * Adds the cells of a branch that really change, in order: a branch has few keys, so that sorting each takes a fraction of
 * sorting all cells.
 */
function collect(branch: Branch, changed: Cell[]): void {
  for (const key of [...branch.keys()].sort(byValue)) {
    const next = branch.get(key);
    if (next instanceof Map) collect(next, changed);
    else if (next !== undefined) {
      dropTrailingZeros(next.counts);
      if (next.counts.length > 0) changed.push(next);
    }
  }
}

/** Keys of one branch are all numbers or all texts. */
const byValue = (a: CellKey, b: CellKey): number => (a < b ? -1 : a > b ? 1 : 0);

function countsIn(
  ofDay: Branch,
  cells: Cell[],
  grain: Cell['grain'],
  day: number,
  departmentId: string,
  keys: readonly CellKey[],
): number[] {
  let branch = branchOf(ofDay, departmentId);
  const last = keys.length - 1;
  for (let index = 0; index < last; index += 1) branch = branchOf(branch, keys[index] ?? '');
  const lastKey = keys[last] ?? '';
  let cell = branch.get(lastKey) as Cell | undefined;
  if (cell === undefined) {
    cell = { grain, day, departmentId, keys, counts: NOTHING.slice() };
    branch.set(lastKey, cell);
    cells.push(cell);
  }
  return cell.counts;
}

/** Room for the counts of most cells; what stays zero at the end is left out. */
const NOTHING: readonly number[] = Array.from({ length: 72 }, () => 0);

function branchOf(parent: Branch, key: CellKey): Branch {
  let branch = parent.get(key) as Branch | undefined;
  if (branch === undefined) {
    branch = new Map();
    parent.set(key, branch);
  }
  return branch;
}
