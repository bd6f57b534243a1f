import { dayNumberOf } from '#domain/calendar-date.ts';
import { writtenDate } from '../time/local-clock.ts';
import type { SiteCode } from './network.ts';

/** Public holidays with a fixed date (month-day) on which clinics and offices of a site are closed. */
const FIXED: Record<SiteCode, readonly string[]> = {
  riverside: ['01-01', '04-30', '05-01', '09-02'],
  lakeside: ['01-01', '04-13', '04-14', '04-15', '05-01', '12-05', '12-31'],
  hillcrest: ['01-01', '02-16', '03-11', '05-01', '06-24', '08-15', '11-01', '12-24', '12-25', '12-26'],
};

/** First day of the lunar year; Riverside closes from the day before it to the fourth day after. */
const TET = [
  '2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-03',
  '2031-01-23', '2032-02-11', '2033-01-31', '2034-02-19', '2035-02-08',
]; // prettier-ignore

const TET_DAYS = new Set(TET.flatMap((date) => [-1, 0, 1, 2, 3, 4].map((offset) => dayNumberOf(date) + offset)));

export function isHoliday(site: SiteCode, day: number): boolean {
  return FIXED[site].includes(writtenDate(day).slice(5)) || (site === 'riverside' && TET_DAYS.has(day));
}
