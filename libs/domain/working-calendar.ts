import { dateOf, dayNumberOf, weekdayOf } from './calendar-date.ts';

/** The days on which an organisation answers complaints. */
export interface WorkingCalendar {
  /** ISO weekdays worked: Monday 1 … Sunday 7. */
  workingDays: readonly number[];
  /** Dates (`YYYY-MM-DD`) not worked although their weekday is. */
  holidays: readonly string[];
}

export const MONDAY_TO_FRIDAY: WorkingCalendar = { workingDays: [1, 2, 3, 4, 5], holidays: [] };

export function isWorkingDay(date: string, calendar: WorkingCalendar): boolean {
  return calendar.workingDays.includes(weekdayOf(dayNumberOf(date))) && !calendar.holidays.includes(date);
}

/** The last date on which something received on `date` is still within `days` working days; the day itself is day 0. */
export function addWorkingDays(date: string, days: number, calendar: WorkingCalendar): string {
  if (calendar.workingDays.length === 0) throw new RangeError('a working calendar needs at least one working day');
  let day = dayNumberOf(date);
  for (let left = days; left > 0;) {
    day += 1;
    if (isWorkingDay(dateOf(day), calendar)) left -= 1;
  }
  return dateOf(day);
}

/** Working days from `from` (exclusive) to `to` (inclusive); negative when `to` is the earlier one. */
export function workingDaysBetween(from: string, to: string, calendar: WorkingCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let day = dayNumberOf(from) + 1; day <= dayNumberOf(to); day += 1) {
    if (isWorkingDay(dateOf(day), calendar)) count += 1;
  }
  return count;
}
