import { dateOf, dayNumberOf, isCalendarDate, mondayOf } from '#domain/calendar-date.ts';
import { firstOfMonthFrom, firstOfMonthOf } from '#domain/calendar-month.ts';

/** A span of dates: `from` inclusive, `to` exclusive. */
export interface Span {
  from: string;
  to: string;
}

export const WEEK_COUNTS = [1, 4, 13, 52] as const;

/** Whole ISO weeks up to `until` (exclusive; null means up to the running week), or dates chosen by hand. */
export type PeriodChoice = { kind: 'weeks'; weeks: number; until: string | null } | ({ kind: 'dates' } & Span);

/** The Monday that ends the last whole week, exclusive: the running, unfinished week is left out. */
export function lastWeekEnd(today: string): string {
  return dateOf(mondayOf(dayNumberOf(today)));
}

/** The dates a choice stands for, given today's date in the organisation. */
export function spanOf(choice: PeriodChoice, today: string): Span {
  if (choice.kind === 'dates') return { from: choice.from, to: choice.to };
  const to = choice.until ?? lastWeekEnd(today);
  return { from: daysAfter(to, -7 * choice.weeks), to };
}

/** The same length of time, `steps` lengths later (negative: earlier). Whole weeks never pass the last whole week. */
export function movedPeriod(choice: PeriodChoice, today: string, steps: number): PeriodChoice {
  const { from, to } = spanOf(choice, today);
  const days = steps * (dayNumberOf(to) - dayNumberOf(from));
  if (choice.kind === 'dates') return { kind: 'dates', from: daysAfter(from, days), to: daysAfter(to, days) };
  const until = daysAfter(to, days);
  return { ...choice, until: until < lastWeekEnd(today) ? until : null };
}

/** Whether there is anything after the span yet. */
export function canMoveOn(choice: PeriodChoice, today: string): boolean {
  const { to } = spanOf(choice, today);
  return choice.kind === 'weeks' ? to < lastWeekEnd(today) : to <= today;
}

/** The span stretched backwards to at least so many weeks, for panels that show the run-up to a period. */
export function stretched(span: Span, weeks: number): Span {
  const from = daysAfter(span.to, -7 * weeks);
  return { from: from < span.from ? from : span.from, to: span.to };
}

/** The months a span touches, from end to end, for what is counted by whole months; the running month is left out. */
export function inWholeMonths(span: Span, today: string): Span {
  const through = firstOfMonthFrom(span.to);
  const to = through > today ? firstOfMonthOf(today) : through;
  const from = firstOfMonthOf(span.from);
  return from < to ? { from, to } : span;
}

/**
 * The part of a span whose weeks are over: what changed is only looked for there, since a running week always seems to
 * have fallen behind. Of a span that lies within the running week, the last whole week stands in for it.
 */
export function settledPart(span: Span, today: string): Span {
  const end = lastWeekEnd(today);
  if (span.to <= end) return span;
  return span.from < end ? { from: span.from, to: end } : { from: daysAfter(end, -7), to: end };
}

export function isOneWeek(span: Span): boolean {
  return dayNumberOf(span.to) - dayNumberOf(span.from) === 7 && isMonday(span.from);
}

export function isMonday(date: string): boolean {
  return isCalendarDate(date) && mondayOf(dayNumberOf(date)) === dayNumberOf(date);
}

export function daysAfter(date: string, days: number): string {
  return dateOf(dayNumberOf(date) + days);
}
