import { dateOf, dayNumberOf, weekdayOf } from '#domain/calendar-date.ts';

/** Days from `from` to `to` (exclusive), as day numbers. */
export interface DaySpan {
  from: number;
  to: number;
}

/**
 * A family of cuts through time that may be told against each other: whoever knows the counts between any two cuts of
 * one class learns of no stretch shorter than its window. What is known between cuts of different classes is nothing.
 */
export interface CutClass {
  name: string;
  /** The shortest stretch that ends at the cut and begins at another of its class. */
  window: DaySpan;
}

/** The class of cuts that lie as close together as the answers allow: Mondays, and days within busy weeks. */
export const FREE = 'free';

const WEEK = 7;
/** Spans that rarely answered cells may be told in, and how far back it is looked whether a cell is answered often. */
export const WEEKS_LOOKED_BACK = 13;

export const isMonday = (day: number): boolean => weekdayOf(day) === 1;

/**
 * The classes a cut may belong to, the finest first. A Monday: weeks, or spans of 13 weeks (and 26, 52) for what is
 * answered too rarely for weeks. The first of a month that is no Monday: whole months, or quarters. Where a day within a
 * week is cut, its free class has no window of its own: `safeDayCuts` tells.
 */
export function cutClasses(day: number): CutClass[] {
  if (isMonday(day)) {
    const weeks = WEEKS_LOOKED_BACK * WEEK;
    return [
      { name: FREE, window: { from: day - WEEK, to: day } },
      { name: `thirteen-weeks ${day % weeks}`, window: { from: day - weeks, to: day } },
    ];
  }
  const free = { name: FREE, window: { from: day, to: day } };
  const date = dateOf(day);
  if (!date.endsWith('-01')) return [free];
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  return [
    free,
    { name: 'months', window: { from: firstOfMonth(months - 1), to: day } },
    { name: `quarters ${months % 3}`, window: { from: firstOfMonth(months - 3), to: day } },
  ];
}

function firstOfMonth(months: number): number {
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return dayNumberOf(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
}
