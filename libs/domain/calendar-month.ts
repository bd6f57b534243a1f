import { dateOf, dayNumberOf } from './calendar-date.ts';

/** Months since the year 0, so that they can be counted. */
export function monthNumberOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** The first day of a month counted so, `YYYY-MM-01`. */
export function firstOfMonth(month: number): string {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String(month - year * 12 + 1).padStart(2, '0')}-01`;
}

/** The same as a day number. */
export const firstDayOfMonth = (month: number): number => dayNumberOf(firstOfMonth(month));

/** The first of a month on or after a date. */
export function firstOfMonthFrom(date: string): string {
  return date.endsWith('-01') ? date : firstOfMonth(monthNumberOf(date) + 1);
}

/** The first of the month that a date lies in. */
export const firstOfMonthOf = (date: string): string => `${date.slice(0, 7)}-01`;

/** The number of the month that a day lies in. */
export const monthOfDay = (day: number): number => monthNumberOf(dateOf(day));
