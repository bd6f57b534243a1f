import { type Expectation, isoWeekday } from './delivery-rhythm.ts';

/** A moment at the organisation, in minutes of its own clocks since 1970-01-01. */
export type LocalMinute = number;

export const DAY_MINUTES = 1440;
export const dayAt = (at: LocalMinute): number => Math.floor(at / DAY_MINUTES);

/** Whether a source delivers as it should. */
export interface Due {
  /** When the next delivery should have come, before grace; null where none is expected. */
  expectedAt: LocalMinute | null;
  /** From when on it is late; null while it is not. */
  lateSince: LocalMinute | null;
  /** How many deliveries in a row have not come. */
  missed: number;
}

/** From so many missed in a row, a source is silent rather than late. */
export const SILENT_AFTER = 3;

/** What days a delivery is not waited for, though their weekday is one of deliveries. */
export interface DaysOff {
  holidays: ReadonlySet<number>;
  /** ISO weekdays the organisation works. */
  workingDays: readonly number[];
}

/**
 * When a source should deliver next, judged by its last delivery, and how many it has missed. A daily delivery is due by
 * the end of its day, a weekly one seven days after the day of the last, a monthly one 31 days after it, an hourly one an
 * hour after the last, at any hour of its weekdays; each has its grace. A source that delivers on working days alone is
 * not waited for on the organisation's holidays.
 */
export function deliveryDue(
  { rhythm, weekdays, graceHours }: Expectation,
  last: LocalMinute | null,
  now: LocalMinute,
  { holidays, workingDays }: DaysOff,
): Due {
  if (rhythm === 'none' || last === null) return { expectedAt: null, lateSince: null, missed: 0 };
  const keepsHolidays = weekdays.length > 0 && weekdays.every((weekday) => workingDays.includes(weekday));
  const isExpected = (day: number): boolean =>
    (weekdays.length === 0 || weekdays.includes(isoWeekday(day))) && !(keepsHolidays && holidays.has(day));
  const following = (at: LocalMinute): LocalMinute => {
    if (rhythm === 'week' || rhythm === 'month') return (dayAt(at - 1) + (rhythm === 'week' ? 8 : 32)) * DAY_MINUTES;
    if (rhythm === 'hour') return nextHour(at, isExpected);
    return (nextDay(dayAt(at - 1), isExpected) + 1) * DAY_MINUTES;
  };
  // A delivery holds for its whole day: what is expected next is counted from the day's end.
  const heldUntil = rhythm === 'hour' ? last : (dayAt(last) + 1) * DAY_MINUTES;
  const expectedAt = following(heldUntil);
  const grace = graceHours * 60;
  let missed = 0;
  for (let at = expectedAt; at + grace < now && missed < MOST_COUNTED; at = following(at)) missed += 1;
  return { expectedAt, lateSince: missed > 0 ? expectedAt + grace : null, missed };
}

const MOST_COUNTED = 1000;

function nextDay(day: number, isExpected: (day: number) => boolean): number {
  let next = day + 1;
  for (let step = 0; step < 366 && !isExpected(next); step += 1) next += 1;
  return next;
}

function nextHour(at: LocalMinute, isExpected: (day: number) => boolean): LocalMinute {
  const next = at + 60;
  return isExpected(dayAt(next)) ? next : nextDay(dayAt(next), isExpected) * DAY_MINUTES;
}
