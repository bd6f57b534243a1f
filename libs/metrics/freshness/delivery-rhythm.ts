import { medianOf } from './delivery-limit.ts';

/** How often a source delivers; `none` where nobody expects anything, as of files taken in by hand. */
export const RHYTHMS = ['hour', 'day', 'week', 'month', 'none'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** How often a source should deliver. */
export interface Expectation {
  rhythm: Rhythm;
  /** ISO weekdays (Monday 1 … Sunday 7) a source of hours or days delivers on; of the other rhythms none. */
  weekdays: readonly number[];
  /** Hours that a delivery may take longer before it is late. */
  graceHours: number;
}

/** A day on which a source delivered. Dates in days since 1970-01-01, at the organisation. */
export interface DeliveryDay {
  day: number;
  rows: number;
  /** How many hours of the day something came in. */
  hours: number;
}

/** Days that are looked at to learn how often a source delivers. */
export const RHYTHM_DAYS = 91;

/** What is given to each rhythm before a delivery is late, in hours. */
export const USUAL_GRACE: Readonly<Record<Rhythm, number>> = { hour: 2, day: 6, week: 24, month: 72, none: 0 };

/** A weekday, a week or a month counts as one of deliveries if at least this share of them had one. */
const MOSTLY = 0.75;
/** Hours of a day in which an hourly source delivers, at least. */
const HOURLY = 10;

/**
 * How often a source seems to deliver, from the days on which it did until yesterday: by the hour if a usual day has
 * deliveries in ten hours or more; by the day if at least three weekdays have one three times in four; by the week or the
 * month if three in four of them have one. `none` while less than three of its periods can be told from. Holidays are left
 * out of what weekdays are like.
 */
export function learnRhythm(days: readonly DeliveryDay[], today: number, holidays: ReadonlySet<number>): Expectation {
  const delivered = new Map(days.filter(({ day }) => day < today).map((one) => [one.day, one]));
  const first = Math.min(...delivered.keys());
  if (delivered.size === 0) return expectationOf('none');
  const recent = Math.max(first, today - RHYTHM_DAYS);
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => {
    const all = daysOf(recent, today, (day) => isoWeekday(day) === weekday && !holidays.has(day));
    return all.length >= 3 && all.filter((day) => delivered.has(day)).length >= MOSTLY * all.length;
  });
  if (weekdays.length >= 3) {
    const hours = medianOf([...delivered.values()].filter(({ day }) => day >= recent).map((one) => one.hours));
    return { ...expectationOf(hours >= HOURLY ? 'hour' : 'day'), weekdays };
  }
  if (mostly(weeksOf(recent, today), delivered)) return expectationOf('week');
  if (mostly(monthsOf(first, today), delivered)) return expectationOf('month');
  return expectationOf('none');
}

export const expectationOf = (rhythm: Rhythm): Expectation => ({
  rhythm,
  weekdays: [],
  graceHours: USUAL_GRACE[rhythm],
});

/** Monday 1 … Sunday 7. */
export const isoWeekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

function daysOf(from: number, to: number, fits: (day: number) => boolean): number[] {
  const days: number[] = [];
  for (let day = from; day < to; day += 1) if (fits(day)) days.push(day);
  return days;
}

function mostly(periods: readonly (readonly [number, number])[], delivered: ReadonlyMap<number, unknown>): boolean {
  const held = periods.filter(([from, to]) => daysOf(from, to, (day) => delivered.has(day)).length > 0);
  return periods.length >= 3 && held.length >= MOSTLY * periods.length;
}

/** The whole weeks that are over, backwards from today. */
function weeksOf(from: number, today: number): [number, number][] {
  const weeks: [number, number][] = [];
  for (let to = today; to - 7 >= from; to -= 7) weeks.push([to - 7, to]);
  return weeks;
}

/** Stretches of 31 days that are over, backwards from today. */
function monthsOf(from: number, today: number): [number, number][] {
  const months: [number, number][] = [];
  for (let to = today; to - 31 >= from - 1; to -= 31) months.push([to - 31, to]);
  return months;
}
