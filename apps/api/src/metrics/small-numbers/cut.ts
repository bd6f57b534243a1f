import { mondayOf } from '#domain/calendar-date.ts';
import {
  type CutClass,
  cutClasses,
  type DaySpan,
  isMonday,
  WEEKS_LOOKED_BACK,
} from '#metrics/small-numbers/cut-class.ts';

const WEEK = 7;

/** An end of a span of dates, as a day number; where it may lie and what has to be read to judge it. */
export interface Cut {
  day: number;
  classes: readonly CutClass[];
}

/** Nothing happens after the week that tomorrow lies in, so that every later end is the end of that week. */
export function cutAt(day: number, today: number): Cut {
  const end = mondayOf(today + 1 + WEEK);
  const within = Math.min(day, end);
  return { day: within, classes: cutClasses(within) };
}

/** The Monday on or after a cut, and the one before it: the ends of the week the cut lies in or closes. */
export function weekOf({ day }: Cut): DaySpan {
  const from = mondayOf(day - 1);
  return { from, to: from + WEEK };
}

/** The weeks that end with a Monday, the last first. */
export const weeksUpTo = (monday: number, count: number): DaySpan[] =>
  Array.from({ length: count }, (_, weeks) => ({ from: monday - WEEK * (weeks + 1), to: monday - WEEK * weeks }));

/** The days of a week, one by one. */
export const daysOf = ({ from }: DaySpan): DaySpan[] =>
  Array.from({ length: WEEK }, (_, index) => ({ from: from + index, to: from + index + 1 }));

/**
 * The dates to read for a cut. The coarser classes matter only between cuts that share one; `shared` are their names.
 */
export function spansOfCut(cut: Cut, shared: ReadonlySet<string>): DaySpan[] {
  const week = weekOf(cut);
  const coarser = isMonday(cut.day) ? [] : cut.classes.slice(1);
  return [
    ...weeksUpTo(week.to, WEEKS_LOOKED_BACK + 1),
    ...(isMonday(cut.day) ? [] : daysOf(week)),
    ...(coarser.some(({ name }) => shared.has(name)) ? coarser.map(({ window }) => window) : []),
  ];
}
