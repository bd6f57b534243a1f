import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOf, dayNumberOf, isCalendarDate, isoWeekOf, mondayOf, weekdayOf } from './calendar-date.ts';

/** Every day from 1970 to 2199. */
const anyDay = fc.integer({ min: 0, max: 84_000 });
const oracle = (day: number) => Temporal.PlainDate.from('1970-01-01').add({ days: day });

describe('calendar dates', () => {
  it.each([
    ['2024-12-30', '2025-W01'],
    ['2026-11-15', '2026-W46'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2020-12-31', '2020-W53'],
  ])('%s lies in ISO week %s', (date, week) => expect(isoWeekOf(dayNumberOf(date))).toBe(week));

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '2026-04-31', '', 'yesterday', '2026-11-15T00:00'])(
    '%j is no date',
    (text) => expect(isCalendarDate(text)).toBe(false),
  );

  it('agrees with an independent calendar on every day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = oracle(day);
        expect(dateOf(day)).toBe(date.toString());
        expect(dayNumberOf(date.toString())).toBe(day);
        expect(weekdayOf(day)).toBe(date.dayOfWeek);
        expect(dateOf(mondayOf(day))).toBe(date.subtract({ days: date.dayOfWeek - 1 }).toString());
        expect(isoWeekOf(day)).toBe(`${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`);
      }),
    );
  });
});
