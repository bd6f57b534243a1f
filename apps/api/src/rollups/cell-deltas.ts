import { mondayOf } from '#domain/calendar-date.ts';
import { ArrivalDeltas } from './arrival-deltas.ts';
import { withoutTrailingZeros } from './trailing-zeros.ts';

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

  /** The cells that really change, in the order in which every writer takes its locks. */
  changed(): Cell[] {
    const tree: Branch = new Map();
    const weeks: Cell[] = [];
    for (const { day, departmentId, keys, counts } of this.grain === 'd' ? this.days : []) {
      const monday = mondayOf(day);
      const week = countsIn(branchOf(tree, monday), weeks, 'w', monday, departmentId, keys);
      while (week.length < counts.length) week.push(0);
      for (let slot = 0; slot < counts.length; slot += 1) week[slot] = (week[slot] ?? 0) + (counts[slot] ?? 0);
    }
    const changed: Cell[] = [];
    for (const cell of [...this.days, ...weeks]) {
      const counts = withoutTrailingZeros(cell.counts);
      if (counts.length > 0) changed.push({ ...cell, counts });
    }
    return changed.sort(inKeyOrder);
  }
}

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

/** One order for all writers, the same as the primary key's, so that no two can wait for each other in a circle. */
function inKeyOrder(a: Cell, b: Cell): number {
  if (a.grain !== b.grain) return a.grain < b.grain ? -1 : 1;
  if (a.day !== b.day) return a.day - b.day;
  if (a.departmentId !== b.departmentId) return a.departmentId < b.departmentId ? -1 : 1;
  for (let index = 0; index < a.keys.length; index += 1) {
    const left = a.keys[index] ?? '';
    const right = b.keys[index] ?? '';
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
