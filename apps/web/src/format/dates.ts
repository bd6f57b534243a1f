import { dayNumberOf, isoWeekOf } from '#domain/calendar-date.ts';
import { daysAfter, isOneWeek, type Span } from '../filters/period.ts';

/** How dates are written in one language. Calendar dates are days, not instants: they never move with a time zone. */
export interface Dates {
  /** `9 Nov 2026` */
  date(date: string): string;
  /** `Mon 9 Nov` */
  day(date: string): string;
  /** `9 Nov` */
  dayMonth(date: string): string;
  /** `Nov 26` */
  month(date: string): string;
  /** `9–15 Nov 2026`, from a span whose end is exclusive. */
  span(span: Span): string;
  /** `18 Nov 2026, 05:40`, at the clock of a site where its zone is given. */
  instant(instant: string, timeZone?: string): string;
}

const asDay = (date: string): number => dayNumberOf(date) * 86_400_000;

export function datesFor(locale: string): Dates {
  const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const whole = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const short = format({ weekday: 'short', day: 'numeric', month: 'short' });

  return {
    date: (date) => whole.format(asDay(date)),
    dayMonth: (date) => format({ day: 'numeric', month: 'short' }).format(asDay(date)),
    month: (date) => format({ month: 'short', year: '2-digit' }).format(asDay(date)),
    day: (date) => short.format(asDay(date)),
    span: ({ from, to }) => whole.formatRange(asDay(from), asDay(daysAfter(to, -1))),
    instant: (instant, timeZone) =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
        ...(timeZone === undefined ? {} : { timeZone }),
      }).format(Date.parse(instant)),
  };
}

/** The number of the ISO week a date lies in: 46. */
export function weekNumberOf(date: string): number {
  return Number(isoWeekOf(dayNumberOf(date)).slice(-2));
}

/** The number of the week a span is; null when it is not one whole week. */
export function weekOfSpan(span: Span): number | null {
  return isOneWeek(span) ? weekNumberOf(span.from) : null;
}
