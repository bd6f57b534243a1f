import { mondayOf } from '#domain/calendar-date.ts';
import { addToSource, type ArrivalKind } from '#metrics/freshness/source-counts.ts';
import { withoutTrailingZeros } from './trailing-zeros.ts';

/** A row as far as its source is concerned. Dates in days since 1970-01-01. */
export interface Arrived {
  sourceId: string;
  departmentId: string;
  /** The day it counts for. */
  day: number;
  /** The day it first came; null where that was not kept. */
  arrivedOn: number | null;
}

/** Signed counts of rows by source, the day they count for and the day they came. */
export interface ArrivalCell {
  kind: ArrivalKind;
  sourceId: string;
  day: number;
  arrivedOn: number;
  rows: number;
}

/** Signed counts of what the rows of a source in a week and a department are made of. */
export interface SourceWeek {
  kind: ArrivalKind;
  sourceId: string;
  monday: number;
  departmentId: string;
  counts: number[];
}

/** Collects what a batch adds to and takes from the counts of its sources. */
export class ArrivalDeltas {
  private readonly arrivals = new Map<string, Map<number, ArrivalCell>>();
  private readonly weeks = new Map<string, Map<string, Map<number, SourceWeek>>>();

  /** Adds a row, or takes it out again; one that came before arrivals were kept is not counted. */
  add(kind: ArrivalKind, row: Arrived, indexes: readonly (number | null)[], sign: 1 | -1): void {
    if (row.arrivedOn === null) return;
    this.arrivalOf(kind, row, row.arrivedOn).rows += sign;
    addToSource(this.weekOf(kind, row).counts, kind, indexes, sign);
  }

  /** What really changes, in the order in which every writer takes its locks. */
  changed(): { arrivals: ArrivalCell[]; weeks: SourceWeek[] } {
    const arrivals = [...this.arrivals.values()].flatMap((days) => [...days.values()]);
    const weeks = [...this.weeks.values()].flatMap((ofSource) =>
      [...ofSource.values()].flatMap((ofDepartment) => [...ofDepartment.values()]),
    );
    return {
      arrivals: arrivals
        .filter(({ rows }) => rows !== 0)
        .sort((a, b) => bySource(a, b) || a.day - b.day || a.arrivedOn - b.arrivedOn),
      weeks: weeks
        .map((week) => ({ ...week, counts: withoutTrailingZeros(week.counts) }))
        .filter(({ counts }) => counts.length > 0)
        .sort((a, b) => bySource(a, b) || a.monday - b.monday || byText(a.departmentId, b.departmentId)),
    };
  }

  private arrivalOf(kind: ArrivalKind, { sourceId, day }: Arrived, arrivedOn: number): ArrivalCell {
    const days = branchOf(this.arrivals, sourceId);
    const key = day * 0x10000 + arrivedOn;
    let cell = days.get(key);
    if (cell === undefined) days.set(key, (cell = { kind, sourceId, day, arrivedOn, rows: 0 }));
    return cell;
  }

  private weekOf(kind: ArrivalKind, { sourceId, departmentId, day }: Arrived): SourceWeek {
    const weeks = branchOf(branchOf(this.weeks, sourceId), departmentId);
    const monday = mondayOf(day);
    let week = weeks.get(monday);
    if (week === undefined) weeks.set(monday, (week = { kind, sourceId, monday, departmentId, counts: [] }));
    return week;
  }
}

function branchOf<Key, Branch extends Map<unknown, unknown>>(parent: Map<Key, Branch>, key: Key): Branch {
  let branch = parent.get(key);
  if (branch === undefined) parent.set(key, (branch = new Map() as Branch));
  return branch;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All deltas of a batch are of one kind, so the source comes first. */
const bySource = (a: { sourceId: string }, b: { sourceId: string }): number => byText(a.sourceId, b.sourceId);
