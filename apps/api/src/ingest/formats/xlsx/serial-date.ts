const SECONDS_A_DAY = 86_400;
/** 31 December 9999, the last day a spreadsheet knows. */
const LAST_DAY = 2_958_465;
/** 1899-12-30, the day before the first, counted from 1970-01-01. */
const FIRST_DAY = -25_569;
/** Days from there to 1904-01-01. */
const DAYS_TO_1904 = 1462;

/** What a number stands for by its format in a spreadsheet. */
export type NumberMeaning = 'date' | 'time';

/**
 * A number as the date, the date and time, or the time of day that its cell shows, to the second: `2026-11-22`,
 * `2026-11-22 14:05:00`, `14:05:00`. Undefined for one that is no day a spreadsheet knows. Workbooks count the days
 * from 1900, with a 29 February 1900 that never was, or from 1904.
 */
export function serialDate(serial: number, meaning: NumberMeaning, from1904: boolean): string | undefined {
  if (!(serial >= 0)) return undefined;
  const seconds = Math.round(serial * SECONDS_A_DAY);
  const day = Math.floor(seconds / SECONDS_A_DAY) + (from1904 ? DAYS_TO_1904 : 0);
  if (day > LAST_DAY) return undefined;
  const clock = timeOf(seconds % SECONDS_A_DAY);
  if (meaning === 'time' && serial < 1) return clock;
  const days = !from1904 && day < 60 ? day + 1 : day;
  const date = new Date((FIRST_DAY + days) * SECONDS_A_DAY * 1000).toISOString().slice(0, 10);
  return seconds % SECONDS_A_DAY === 0 ? date : `${date} ${clock}`;
}

function timeOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
