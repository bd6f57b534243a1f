import { describe, expect, it } from '@jest/globals';
import { dayNumberOf } from '#domain/calendar-date.ts';
import { DAY_MINUTES, deliveryDue } from './delivery-due.ts';
import { expectationOf } from './delivery-rhythm.ts';

const at = (date: string, hour = 0): number => dayNumberOf(date) * DAY_MINUTES + hour * 60;
const WORKING = { holidays: new Set<number>(), workingDays: [1, 2, 3, 4, 5] };
const DAILY = { ...expectationOf('day'), weekdays: [1, 2, 3, 4, 5, 6, 7] };
const WEEKDAYS = { ...expectationOf('day'), weekdays: [1, 2, 3, 4, 5] };

describe('when a source should deliver next', () => {
  it.each([
    ['daily: by the end of the next day', DAILY, '2026-11-18', '2026-11-20'],
    ['on weekdays: by the end of Monday after Friday', WEEKDAYS, '2026-11-20', '2026-11-24'],
    ['weekly: by the end of the day a week after', expectationOf('week'), '2026-11-16', '2026-11-24'],
    ['monthly: by the end of the day 31 days after', expectationOf('month'), '2026-10-15', '2026-11-16'],
  ])('%s', (_, expectation, last, next) => {
    expect(deliveryDue(expectation, at(last, 9), at(last, 10), WORKING)).toEqual({
      expectedAt: at(next),
      lateSince: null,
      missed: 0,
    });
  });

  it('is late once its grace is over, and silent by how many it missed', () => {
    const last = at('2026-11-16', 9);
    expect(deliveryDue(DAILY, last, at('2026-11-18', 6), WORKING).lateSince).toBeNull();
    expect(deliveryDue(DAILY, last, at('2026-11-18', 7), WORKING)).toEqual({
      expectedAt: at('2026-11-18'),
      lateSince: at('2026-11-18', 6),
      missed: 1,
    });
    expect(deliveryDue(DAILY, last, at('2026-11-21', 7), WORKING).missed).toBe(4);
  });

  it('is not waited for over a weekend, nor on a holiday by a source of working days', () => {
    const friday = at('2026-11-20', 9);
    expect(deliveryDue(WEEKDAYS, friday, at('2026-11-23', 20), WORKING).missed).toBe(0);
    const holidays = { ...WORKING, holidays: new Set([dayNumberOf('2026-11-23')]) };
    expect(deliveryDue(WEEKDAYS, friday, at('2026-11-24', 20), holidays).missed).toBe(0);
    expect(deliveryDue(WEEKDAYS, friday, at('2026-11-24', 20), WORKING).missed).toBe(1);
    expect(deliveryDue(DAILY, friday, at('2026-11-24', 20), holidays).missed).toBe(3);
  });

  it('is an hour after the last, on the weekdays of its deliveries', () => {
    const hourly = { ...expectationOf('hour'), weekdays: [1, 2, 3, 4, 5] };
    expect(deliveryDue(hourly, at('2026-11-18', 9), at('2026-11-18', 11), WORKING).lateSince).toBeNull();
    expect(deliveryDue(hourly, at('2026-11-18', 9), at('2026-11-18', 13), WORKING).lateSince).toBe(
      at('2026-11-18', 12),
    );
    expect(deliveryDue(hourly, at('2026-11-20', 23), at('2026-11-22', 13), WORKING).missed).toBe(0);
  });

  it('is never expected of a source without a rhythm, or one that has sent nothing', () => {
    const nothing = { expectedAt: null, lateSince: null, missed: 0 };
    expect(deliveryDue(expectationOf('none'), at('2026-01-01'), at('2026-11-18'), WORKING)).toEqual(nothing);
    expect(deliveryDue(DAILY, null, at('2026-11-18'), WORKING)).toEqual(nothing);
  });
});
