import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';

/** Two years of whole weeks, so that no edge of the data cuts one. */
export const FIRST_DAY = '2024-01-08';
export const DAYS = 104 * 7;
/** The Monday after the last day with data, and today for everything that is asked. */
export const TODAY = dateOf(dayNumberOf(FIRST_DAY) + DAYS);
/** Mid-morning at both sites. */
export const NOW = Date.parse(`${TODAY}T05:00:00Z`);

/** The Monday so many weeks before today. */
export const weeksBack = (weeks: number): string => dateOf(dayNumberOf(TODAY) - 7 * weeks);
