import type { Comparison } from '#contracts/dimension.ts';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import type { Grain, Period } from '#domain/grain.ts';
import type { Span } from '../cells/span.ts';

const WEEK = 7;
const YEAR_OF_WEEKS = 52 * WEEK;
const MONTHS = { month: 1, quarter: 3 } as const;

/**
 * The dates a period is compared with: as many, on the same weekdays, just before it or 52 weeks before it; for months
 * and quarters those of the calendar. A period that is still running is compared with as much of the earlier one.
 */
export function comparedSpan(
  period: Period,
  grain: Grain,
  compare: Comparison,
  today: string,
): Span & { from: string } {
  const tomorrow = dateOf(dayNumberOf(today) + 1);
  const running = period.from < tomorrow && tomorrow < period.to;
  const back = shift(period, grain, compare);
  return { from: back(period.from), to: back(running ? tomorrow : period.to) };
}

function shift({ from, to }: Period, grain: Grain, compare: Comparison): (date: string) => string {
  if (grain === 'month' || grain === 'quarter') {
    const months = compare === 'year' ? 12 : MONTHS[grain];
    return (date) => Temporal.PlainDate.from(date).subtract({ months }).toString();
  }
  const length = grain === 'total' ? dayNumberOf(to) - dayNumberOf(from) : 1;
  const days = compare === 'year' ? YEAR_OF_WEEKS : Math.ceil(length / WEEK) * WEEK;
  return (date) => dateOf(dayNumberOf(date) - days);
}
