import { describe, expect, it } from '@jest/globals';
import { dayNumberOf } from './calendar-date.ts';
import {
  firstDayOfMonth,
  firstOfMonth,
  firstOfMonthFrom,
  firstOfMonthOf,
  monthNumberOf,
  monthOfDay,
} from './calendar-month.ts';

describe('calendar months', () => {
  it.each([
    ['2026-01-31', '2026-01-01', '2026-02-01'],
    ['2025-12-15', '2025-12-01', '2026-01-01'],
    ['2024-02-29', '2024-02-01', '2024-03-01'],
    ['2026-10-01', '2026-10-01', '2026-10-01'],
  ])('%s lies in the month of %s; the next one begins on %s', (date, own, next) => {
    expect(firstOfMonthOf(date)).toBe(own);
    expect(firstOfMonthFrom(date)).toBe(next);
    expect(firstOfMonth(monthNumberOf(date))).toBe(own);
    expect(firstDayOfMonth(monthOfDay(dayNumberOf(date)))).toBe(dayNumberOf(own));
  });
});
