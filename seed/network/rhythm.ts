import { weekdayOf } from '#domain/calendar-date.ts';
import type { Random } from '../chance/random.ts';
import { isHoliday } from './holidays.ts';
import type { SiteCode } from './network.ts';

/** When people come: a clinic by appointment, a ward, an emergency room, an office. */
export type Rhythm = keyof typeof RHYTHMS;

interface RhythmTable {
  /** How the week spreads over Monday … Sunday; sums to 7. */
  weekdays: readonly number[];
  /** Share of the usual volume that comes on a public holiday. */
  holiday: number;
  /** How the day spreads over stretches of hours: from, to, weight. */
  hours: readonly (readonly [from: number, to: number, weight: number])[];
}

const RHYTHMS = {
  clinic: {
    weekdays: [1.5, 1.35, 1.3, 1.25, 1.2, 0.4, 0],
    holiday: 0.05,
    hours: [[7.5, 9, 22], [9, 11, 36], [11, 13, 14], [13, 15, 20], [15, 16.5, 8]],
  },
  office: {
    weekdays: [1.6, 1.4, 1.35, 1.3, 1.2, 0.15, 0],
    holiday: 0.03,
    hours: [[8, 10, 30], [10, 12, 30], [13, 15, 25], [15, 17, 15]],
  },
  ward: {
    weekdays: [1.15, 1.1, 1.05, 1.05, 1.1, 0.8, 0.75],
    holiday: 0.8,
    hours: [[7, 10, 25], [10, 14, 45], [14, 18, 25], [18, 21, 5]],
  },
  emergency: {
    weekdays: [1.1, 0.97, 0.95, 0.95, 0.98, 1, 1.05],
    holiday: 1.1,
    hours: [[0, 6, 9], [6, 10, 18], [10, 14, 25], [14, 18, 20], [18, 22, 22], [22, 24, 6]],
  },
  /** When patients answer a survey or write a review. */
  leisure: {
    weekdays: [1.05, 1.05, 1.05, 1, 1, 0.95, 0.9],
    holiday: 0.8,
    hours: [[6, 9, 12], [9, 12, 20], [12, 14, 17], [14, 18, 18], [18, 22, 30], [22, 23.5, 3]],
  },
} as const satisfies Record<string, RhythmTable>; // prettier-ignore

/** Days of the year on which a site's busiest season peaks, and how much busier than average it then is. */
const SEASONS: Record<SiteCode, { peakDay: number; swing: number }> = {
  riverside: { peakDay: 265, swing: 0.07 },
  lakeside: { peakDay: 240, swing: 0.06 },
  hillcrest: { peakDay: 30, swing: 0.09 },
};

/** The usual volume of a day relative to an average one. */
export function busynessOf(rhythm: Rhythm, site: SiteCode, day: number): number {
  const table: RhythmTable = RHYTHMS[rhythm];
  const { peakDay, swing } = SEASONS[site];
  const season = 1 + swing * Math.cos((2 * Math.PI * (day - peakDay)) / 365.25);
  return (table.weekdays[weekdayOf(day) - 1] ?? 0) * season * (isHoliday(site, day) ? table.holiday : 1);
}

/** A minute of the day at which somebody comes. */
export function minuteOfDay(rhythm: Rhythm, random: Random): number {
  const hours: RhythmTable['hours'] = RHYTHMS[rhythm].hours;
  let left = random.next() * hours.reduce((sum, [, , weight]) => sum + weight, 0);
  for (const [from, to, weight] of hours) {
    if (left < weight) return (from + ((to - from) * left) / weight) * 60;
    left -= weight;
  }
  return 12 * 60;
}

/** The latest open day up to `day`, at most a week back: clinics see nobody on Sundays. */
export function openDayUpTo(rhythm: Rhythm, site: SiteCode, day: number): number {
  for (let back = 0; back < 7; back += 1) {
    if (busynessOf(rhythm, site, day - back) > 0.1) return day - back;
  }
  return day;
}
