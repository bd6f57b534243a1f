import { dayNumberOf, mondayOf } from '#domain/calendar-date.ts';
import { NETWORK } from '../network/network.ts';
import { LocalClock } from './local-clock.ts';

const HOUR_MS = 3_600_000;
const WEEKS = 104;

/** The stretch of time the demo network has lived through: 24 months of whole weeks and the running one. */
export interface Span {
  /** The first day, a Monday. */
  firstDay: number;
  /** The day the end lies in. */
  lastDay: number;
  /** Monday of the running week; the planted stories are dated from it, so they stand still all week. */
  lastMonday: number;
  /** Nothing has happened at or after this instant. */
  endMs: number;
}

/** A last day that cannot be used; its message says what to give instead. */
export class UnusableEnd extends Error {}

/**
 * Up to the end of the day `until`, or up to now where that comes first. Now counts in whole hours, so that a second run
 * within the hour sends the same rows.
 */
export function spanUntil(until: string | undefined, nowMs: number): Span {
  const clock = new LocalClock(NETWORK.timeZone);
  const hourMs = Math.floor(nowMs / HOUR_MS) * HOUR_MS;
  const today = clock.dayOf(hourMs);
  const day = until === undefined ? today : dayNumberOf(until);
  if (Number.isNaN(day)) throw new UnusableEnd(`--until must be a date such as 2026-11-15, not "${until}"`);
  if (day > today) throw new UnusableEnd(`--until must not lie in the future, but ${until} does`);
  const lastMonday = mondayOf(day);
  return {
    firstDay: lastMonday - WEEKS * 7,
    lastDay: day,
    lastMonday,
    endMs: Math.min(hourMs, clock.at(day + 1, 0)),
  };
}
