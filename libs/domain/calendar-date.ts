/**
 * Calendar dates as `YYYY-MM-DD` strings and as day numbers (days since 1970-01-01), without a clock or a zone.
 * ISO 8601: weeks begin on Monday; week 1 holds the year's first Thursday.
 */
const DAY_MS = 86_400_000;

/** A page asks for the same few hundred dates thousands of times: they are kept, each under the other. */
const MOST_KEPT = 20_000;
const keptDays = new Map<string, number>();
const keptDates = new Map<number, string>();

function keep<Key, Value>(kept: Map<Key, Value>, key: Key, value: Value): Value {
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, value);
  return value;
}

/** Days since 1970-01-01; NaN for a text that is not a real date. */
export function dayNumberOf(date: string): number {
  const known = keptDays.get(date);
  if (known !== undefined) return known;
  const day = readDate(date);
  return Number.isNaN(day) ? day : keep(keptDays, date, day);
}

function readDate(date: string): number {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  return Number.isNaN(ms) || dateOf(ms / DAY_MS) !== date ? NaN : ms / DAY_MS;
}

export function isCalendarDate(date: string): boolean {
  return !Number.isNaN(dayNumberOf(date));
}

export function dateOf(dayNumber: number): string {
  return keptDates.get(dayNumber) ?? keep(keptDates, dayNumber, writeDate(dayNumber));
}

function writeDate(dayNumber: number): string {
  return new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);
}

/** Monday 1 … Sunday 7. */
export function weekdayOf(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the ISO week a day lies in. */
export function mondayOf(dayNumber: number): number {
  return dayNumber - (weekdayOf(dayNumber) - 1);
}

/** `2026-W46` for any day of that ISO week. */
export function isoWeekOf(dayNumber: number): string {
  const thursday = mondayOf(dayNumber) + 3;
  const year = Number(dateOf(thursday).slice(0, 4));
  const firstThursday = mondayOf(dayNumberOf(`${year}-01-04`)) + 3;
  return `${year}-W${String((thursday - firstThursday) / 7 + 1).padStart(2, '0')}`;
}
