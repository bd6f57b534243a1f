import { describe, expect, it } from '@jest/globals';
import { addWorkingDays, MONDAY_TO_FRIDAY, workingDaysBetween } from './working-calendar.ts';

const withHoliday = { ...MONDAY_TO_FRIDAY, holidays: ['2026-11-18'] };
const sundayToThursday = { workingDays: [7, 1, 2, 3, 4], holidays: [] };

describe('working days', () => {
  it.each([
    ['2026-11-13', 0, MONDAY_TO_FRIDAY, '2026-11-13'],
    ['2026-11-13', 1, MONDAY_TO_FRIDAY, '2026-11-16'],
    ['2026-11-14', 1, MONDAY_TO_FRIDAY, '2026-11-16'],
    ['2026-11-16', 3, MONDAY_TO_FRIDAY, '2026-11-19'],
    ['2026-11-16', 3, withHoliday, '2026-11-20'],
    ['2026-11-12', 1, sundayToThursday, '2026-11-15'],
    ['2026-11-02', 20, MONDAY_TO_FRIDAY, '2026-11-30'],
  ])('from %s, %i of them', (date, days, calendar, due) => expect(addWorkingDays(date, days, calendar)).toBe(due));

  it.each([
    ['2026-11-13', '2026-11-16', 1],
    ['2026-11-14', '2026-11-15', 0],
    ['2026-11-16', '2026-11-13', -1],
    ['2026-11-02', '2026-11-30', 20],
  ])('between %s and %s', (from, to, days) => expect(workingDaysBetween(from, to, MONDAY_TO_FRIDAY)).toBe(days));

  it('refuses a calendar on which nobody ever works', () =>
    expect(() => addWorkingDays('2026-11-13', 1, { workingDays: [], holidays: [] })).toThrow(/at least one/));
});
