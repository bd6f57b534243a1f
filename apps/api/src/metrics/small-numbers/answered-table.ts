import { isMonday, WEEKS_LOOKED_BACK } from '#metrics/small-numbers/cut-class.ts';
import { type CutCell, type CutTable, cutTable, nameOfCell, openValues } from '#metrics/small-numbers/cut-table.ts';
import { safeDayCuts } from '#metrics/small-numbers/safe-day-cuts.ts';
import { type Cut, daysOf, weekOf, weeksUpTo } from './cut.ts';
import type { Answered, AnsweredRow } from './read-answers.ts';
import type { DaySpan } from '#metrics/small-numbers/cut-class.ts';

const MONTHS_OF_QUARTER = 3;
/** Weeks of as many times the minimum may be cut before any day, a Sunday too. */
const MANY_TIMES = 60;

/** What one counter knows of a row: since when, and how many in a span. */
export interface AnsweredCell {
  values: readonly string[];
  since: number;
  in(span: DaySpan): number;
}

/** Rows added up by the values they stand under in a table; undefined leaves a row out. */
export function cellsOfTable(
  { rows, spans }: Answered,
  counter: number,
  valuesOf: (row: AnsweredRow) => readonly string[] | undefined,
): AnsweredCell[] {
  const sums = new Map<string, { values: readonly string[]; since: number; counts: Float64Array }>();
  for (const row of rows) {
    const since = row.since[counter] ?? null;
    const values = since === null ? undefined : valuesOf(row);
    if (values === undefined || since === null) continue;
    const name = nameOfCell(values);
    const counts = row.counts[counter] ?? new Float64Array();
    const sum = sums.get(name);
    if (sum === undefined) {
      sums.set(name, { values, since, counts: counts.slice() });
    } else {
      sum.since = Math.min(sum.since, since);
      for (let place = 0; place < counts.length; place += 1)
        sum.counts[place] = (sum.counts[place] ?? 0) + (counts[place] ?? 0);
    }
  }
  return [...sums.values()].map(({ values, since, counts }) => ({
    values,
    since,
    in: (span) => counts[spans.placeOf(span)] ?? 0,
  }));
}

/** The table as it stands at a cut. */
export function tableAt(all: readonly AnsweredCell[], cut: Cut, minimum: number): CutTable {
  const names = cut.classes.map(({ name }) => name);
  const week = weekOf(cut);
  const cells = all
    .filter(({ since }) => since < cut.day)
    .map((cell) => ({ cell, values: cell.values, ...atMonday(cell, week.to, minimum) }));
  if (isMonday(cut.day)) {
    return cutTable(
      cells.map(({ values, size, steady, enough }): CutCell => ({ values, size, clean: [steady, enough] })),
      names,
    );
  }
  const busy = cells.map(({ cell, values, size, steady }) => {
    const days = steady ? daysOf(week).map((day) => cell.in(day)) : [];
    const safe = safeDayCuts(days, minimum);
    return {
      values,
      size,
      safe,
      crowded: size >= MANY_TIMES * WEEKS_LOOKED_BACK * minimum,
      months: atFirstOfMonth(cell, cut, minimum),
    };
  });
  const onDay = (day: number): CutCell[] =>
    busy.map(({ values, size, safe }) => ({ values, size, clean: [safe[day] === true] }));
  const day = cut.day - week.from;
  // Months are told as months, unless there is so much that days are no matter.
  const here = busy.map(({ values, size, safe, crowded, months }): CutCell => {
    const free = safe[day] === true && (months.length === 0 || crowded);
    return { values, size, clean: [free, ...months] };
  });
  return cutTable(here, names, agreedPartners(onDay));
}

/**
 * Whether a cell may be told week by week at a Monday, and whether it may at least be told in spans of thirteen weeks. In
 * the mean of those weeks it must be answered often enough as well: a single good week of a quiet cell is not told, so
 * that longer spans do not begin one way and end the other.
 */
function atMonday(
  cell: AnsweredCell,
  monday: number,
  minimum: number,
): { steady: boolean; enough: boolean; size: number } {
  const weeks = weeksUpTo(monday, WEEKS_LOOKED_BACK).map((week) => cell.in(week));
  const sum = weeks.reduce((total, count) => total + count, 0);
  const known = weeks.filter((_, back) => monday - 7 * (back + 1) >= cell.since).length;
  const steady = (weeks[0] ?? 0) >= minimum && sum >= known * minimum;
  return { steady, enough: sum >= minimum, size: sum };
}

/** The same of months and of quarters; nothing where no month begins. */
function atFirstOfMonth(cell: AnsweredCell, { classes: [, month, quarter] }: Cut, minimum: number): boolean[] {
  if (month === undefined || quarter === undefined) return [];
  const sum = cell.in(quarter.window);
  return [cell.in(month.window) >= minimum && sum >= MONTHS_OF_QUARTER * minimum, sum >= minimum];
}

/** The partners that serve most of the cuts within a week: one for all of them, or two cuts could be told by way of each other. */
function agreedPartners(onDay: (day: number) => readonly CutCell[]): (string | undefined)[] {
  const axes = onDay(1)[0]?.values.length ?? 0;
  return Array.from({ length: axes }, (_, axis) => {
    const served = new Map<string, number>();
    for (let day = 1; day < 7; day += 1) {
      const cells = onDay(day);
      const known = new Map(cells.map((cell) => [nameOfCell(cell.values), cell]));
      const small = cells.filter(({ clean }) => clean[0] !== true);
      for (const value of openValues(known, small, axis, 0)) served.set(value, (served.get(value) ?? 0) + 1);
    }
    return [...served].sort(([, a], [, b]) => b - a)[0]?.[0];
  });
}
