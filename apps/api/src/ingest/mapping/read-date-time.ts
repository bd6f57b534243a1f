import type { DateOrder } from './mapping.ts';
import { withPlainDigits } from './native-digits.ts';
import { Refusal } from './refusal.ts';

const DATE = String.raw`(?<a>\d{1,4})(?<mark>[-/.])(?<b>\d{1,2})\k<mark>(?<c>\d{1,4})`;
const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?`;
const HALF = String.raw`(?:\s?(?<half>[ap])\.?\s?m\.?)?`;
const OFFSET = String.raw`(?:\s?(?:UTC|GMT)?(?<offset>[+-]\d{1,2}(?::?\d{2})?)|\s?(?<zulu>Z|UTC|GMT))?`;
const DATE_TIME = new RegExp(`^${DATE}(?:(?:T|,?\\s+)${TIME}${HALF}${OFFSET})?$`, 'i');

/** What most systems write; it goes on as it is, since whether such a day and time exist is checked with the row. */
const ISO_LOCAL = /^[12]\d{3}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/;

/** The years of the Thai calendar run 543 ahead. */
const BUDDHIST_ERA = '2400';
const BUDDHIST_ERA_OFFSET = 543;

export interface DateReading {
  order?: DateOrder;
  /** Applied to times without an offset; left out, they are passed on as local times. */
  zone?: string;
}

/**
 * A date or date-time as ISO 8601: with its offset where it has one (or `zone` gives one), else as a local date-time
 * that is read in the time zone of the site. Year-first dates, and day- or month-first ones once `order` says which.
 * A date alone is its midnight.
 */
export function readDateTime(cell: string, { order, zone }: DateReading = {}): string | Refusal {
  if (zone === undefined && ISO_LOCAL.test(cell) && cell < BUDDHIST_ERA) return cell;
  const parts = DATE_TIME.exec(withPlainDigits(cell).trim())?.groups;
  if (parts === undefined) return new Refusal('not-an-instant', 'must be a date and time such as 2026-11-22 14:05');
  const date = dateOf(parts, order);
  if (date instanceof Refusal) return date;
  const time = timeOf(parts);
  if (time === undefined) return new Refusal('not-an-instant', 'has a time that no clock shows');
  const local = `${date}T${time}`;
  if (parts.zulu !== undefined) return `${local}Z`;
  if (parts.offset !== undefined) return `${local}${colonOffset(parts.offset)}`;
  return zone === undefined ? local : instantIn(zone, local);
}

/** Which of day and month comes first, where the value itself tells: one of them is above 12. */
export function orderShownBy(cell: string): DateOrder | 'either' | undefined {
  const parts = DATE_TIME.exec(withPlainDigits(cell).trim())?.groups;
  if (parts === undefined || isYearFirst(parts)) return undefined;
  const [a, b] = [Number(parts.a), Number(parts.b)];
  if (a === b || a > 31 || b > 31) return undefined;
  if (a > 12) return b > 12 ? undefined : 'dmy';
  return b > 12 ? 'mdy' : 'either';
}

type Parts = Record<string, string | undefined>;

function isYearFirst({ a = '' }: Parts): boolean {
  return a.length === 4;
}

function dateOf(parts: Parts, order: DateOrder | undefined): string | Refusal {
  const { a = '', b = '', c = '' } = parts;
  const yearFirst = isYearFirst(parts);
  const yearText = yearFirst ? a : c;
  if (yearText.length !== 4) return new Refusal('not-an-instant', 'must have a year of four digits');
  if (!yearFirst && order === undefined && a !== b) {
    return new Refusal(
      'ambiguous-date',
      'could have the day or the month first: say in the mapping which (on the command line: --date-order dmy or --date-order mdy)',
    );
  }
  const year = yearText >= BUDDHIST_ERA ? Number(yearText) - BUDDHIST_ERA_OFFSET : Number(yearText);
  const [month, day] = yearFirst ? [b, c] : order === 'mdy' ? [a, b] : [b, a];
  if (!isDay(year, Number(month), Number(day))) return new Refusal('not-an-instant', 'has a day that no calendar has');
  return `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  return day <= 28 || new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

function timeOf({ hour = '0', minute = '00', second = '00', fraction, half }: Parts): string | undefined {
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const clock = `${String(hours).padStart(2, '0')}:${minute}:${second}`;
  return fraction === undefined ? clock : `${clock}.${fraction}`;
}

/** `+7`, `+0530` and `+05:30` as `+07:00` and `+05:30`. */
function colonOffset(offset: string): string {
  const [, sign = '', hours = '', minutes = '00'] = /^([+-])(\d{1,2}?):?(\d{2})?$/.exec(offset) ?? [];
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** A local time that the clock shows twice is taken as the first, one that it skips as the same distance later. */
function instantIn(zone: string, local: string): string {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString();
}
