import { dateOf, dayNumberOf, isoWeekOf, mondayOf } from './calendar-date.ts';

/** The length of the periods a series is cut into; `total` is one period from end to end. */
export const GRAINS = ['day', 'week', 'month', 'quarter', 'total'] as const;

export type Grain = (typeof GRAINS)[number];

/** A span of dates: `from` inclusive, `to` exclusive. */
export interface Period {
  /** How the period is written on an axis: `2026-11-15`, `2026-W46`, `2026-11`, `2026-Q4`, or `2026-01-01/2026-04-01`. */
  at: string;
  from: string;
  to: string;
}

const firstOfMonth = (year: number, month: number): string => dateOf(Date.UTC(year, month, 1) / 86_400_000);

/** The period of a grain that a date lies in, whole, however the asked span cuts it. */
export function periodOf(date: string, grain: Exclude<Grain, 'total'>): Period {
  const day = dayNumberOf(date);
  if (grain === 'day') return { at: date, from: date, to: dateOf(day + 1) };
  if (grain === 'week') {
    const monday = mondayOf(day);
    return { at: isoWeekOf(day), from: dateOf(monday), to: dateOf(monday + 7) };
  }
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1;
  if (grain === 'month')
    return { at: date.slice(0, 7), from: firstOfMonth(year, month), to: firstOfMonth(year, month + 1) };
  const quarter = Math.floor(month / 3);
  return {
    at: `${year}-Q${quarter + 1}`,
    from: firstOfMonth(year, quarter * 3),
    to: firstOfMonth(year, quarter * 3 + 3),
  };
}

/** The periods of a grain that cover `from` (inclusive) to `to` (exclusive); the first and last are cut to the span. */
export function periodsBetween(from: string, to: string, grain: Grain): Period[] {
  if (grain === 'total') return [{ at: `${from}/${to}`, from, to }];
  const periods: Period[] = [];
  for (let date = from; date < to;) {
    const whole = periodOf(date, grain);
    periods.push({ at: whole.at, from: date, to: whole.to < to ? whole.to : to });
    date = whole.to;
  }
  return periods;
}
