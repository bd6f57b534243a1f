const DAY_MS = 86_400_000;
const DAYS_BEFORE = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/**
 * Reads the spellings in which nearly all instants come (`2026-11-15T08:30`, with seconds, with a `Z`, with a space for the
 * `T`), without a regular expression, as if they were UTC. Undefined for any other, and for what is no real date or time.
 */
export function usualInstant(text: string): { local: number; utc: boolean } | undefined {
  const { length } = text;
  const utc = (length === 20 || length === 17) && text.charCodeAt(length - 1) === 90;
  const end = utc ? length - 1 : length;
  if (end !== 19 && end !== 16) return undefined;
  const between = text.charCodeAt(10);
  if (between !== 84 && between !== 32) return undefined;
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45 || text.charCodeAt(13) !== 58) return undefined;
  const year = two(text, 0) * 100 + two(text, 2);
  const month = two(text, 5);
  const day = two(text, 8);
  const hours = two(text, 11);
  const minutes = two(text, 14);
  let seconds = 0;
  if (end === 19) {
    if (text.charCodeAt(16) !== 58) return undefined;
    seconds = two(text, 17);
  }
  // NaN, of what is not two digits, is in no range.
  if (!(year >= 1970 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month))) return undefined;
  if (!(hours <= 23 && minutes <= 59 && seconds <= 59)) return undefined;
  const days = dayOf(year, month, day);
  return { local: days * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000, utc };
}

function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NaN;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS_BEFORE[month] ?? 0) - (DAYS_BEFORE[month - 1] ?? 0);

/** Days since 1970-01-01 of a real date from then on. */
function dayOf(year: number, month: number, day: number): number {
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477;
  const leapDay = month > 2 && isLeap(year) ? 1 : 0;
  return (year - 1970) * 365 + leaps + (DAYS_BEFORE[month - 1] ?? 0) + leapDay + day - 1;
}
