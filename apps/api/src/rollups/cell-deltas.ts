import { mondayOf } from '#domain/calendar-date.ts';

export type CellKey = number | string;

/** The signed counts of one cell. */
export interface Cell {
  grain: 'd' | 'w';
  /** Days since 1970-01-01; the Monday for a week. */
  day: number;
  departmentId: string;
  keys: readonly CellKey[];
  counts: number[];
}

/** Collects what a batch adds to and takes from day cells; weeks follow from the days. */
export class CellDeltas {
  private readonly days = new Map<string, Cell>();

  /** The counts to add to for one day, department and set of keys. */
  at(day: number, departmentId: string, keys: readonly CellKey[]): number[] {
    return countsIn(this.days, 'd', day, departmentId, keys);
  }

  /** Day and week cells that really change, in the order in which every writer takes its locks. */
  changed(): Cell[] {
    const weeks = new Map<string, Cell>();
    for (const { day, departmentId, keys, counts } of this.days.values()) {
      const week = countsIn(weeks, 'w', mondayOf(day), departmentId, keys);
      counts.forEach((count, slot) => {
        while (week.length <= slot) week.push(0);
        week[slot] = (week[slot] ?? 0) + count;
      });
    }
    return [...this.days.values(), ...weeks.values()]
      .map((cell) => ({ ...cell, counts: withoutTrailingZeros(cell.counts) }))
      .filter(({ counts }) => counts.length > 0)
      .sort(inKeyOrder);
  }
}

function countsIn(
  cells: Map<string, Cell>,
  grain: 'd' | 'w',
  day: number,
  departmentId: string,
  keys: readonly CellKey[],
): number[] {
  const name = `${day} ${departmentId} ${keys.join(' ')}`;
  let cell = cells.get(name);
  if (cell === undefined) {
    cell = { grain, day, departmentId, keys, counts: [] };
    cells.set(name, cell);
  }
  return cell.counts;
}

export function withoutTrailingZeros(counts: readonly number[]): number[] {
  let end = counts.length;
  while (end > 0 && (counts[end - 1] ?? 0) === 0) end -= 1;
  return counts.slice(0, end);
}

/** One order for all writers, the same as the primary key's, so that no two can wait for each other in a circle. */
function inKeyOrder(a: Cell, b: Cell): number {
  if (a.grain !== b.grain) return a.grain < b.grain ? -1 : 1;
  if (a.day !== b.day) return a.day - b.day;
  if (a.departmentId !== b.departmentId) return a.departmentId < b.departmentId ? -1 : 1;
  for (let index = 0; index < a.keys.length; index += 1) {
    const [left, right] = [a.keys[index] ?? '', b.keys[index] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}
