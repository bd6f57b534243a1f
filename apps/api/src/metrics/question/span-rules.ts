import { dayNumberOf, isCalendarDate } from '#domain/calendar-date.ts';
import { type Grain, periodsBetween } from '#domain/grain.ts';

/** How much one question may ask for. */
export const SPAN_LIMITS = { days: 3_700, periods: 1_000, points: 50_000 } as const;

export interface AskedSpan {
  from: string;
  to: string;
  grain: Grain;
}

const number = new Intl.NumberFormat('en').format;

/** What is wrong with a span of dates, in words with the remedy; empty when nothing is. */
export function spanTroubles({ from, to, grain }: AskedSpan): string[] {
  const unreal = [
    ...(isCalendarDate(from) ? [] : [`from must be a real date: ${from} is not in the calendar`]),
    ...(isCalendarDate(to) ? [] : [`to must be a real date: ${to} is not in the calendar`]),
  ];
  if (unreal.length > 0) return unreal;
  if (from >= to) return [`from must be before to (to is the first date left out): ${from} is not before ${to}`];
  const days = dayNumberOf(to) - dayNumberOf(from);
  if (days > SPAN_LIMITS.days) {
    return [`from and to may lie at most ${number(SPAN_LIMITS.days)} days apart: these are ${number(days)}`];
  }
  const periods = periodsBetween(from, to, grain).length;
  if (periods > SPAN_LIMITS.periods) {
    return [
      `from and to may hold at most ${number(SPAN_LIMITS.periods)} periods: these are ${number(periods)}; ask for a longer grain`,
    ];
  }
  return [];
}
