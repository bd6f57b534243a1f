import { describe, expect, it } from '@jest/globals';
import { dayNumberOf } from '#domain/calendar-date.ts';
import { type DeliveryDay, isoWeekday, learnRhythm } from './delivery-rhythm.ts';

const TODAY = dayNumberOf('2026-11-19');
const NONE: ReadonlySet<number> = new Set();

const daysWhere = (fits: (day: number) => boolean, hours = 1, back = 90): DeliveryDay[] =>
  Array.from({ length: back }, (_, index) => TODAY - back + index)
    .filter(fits)
    .map((day) => ({ day, rows: 10, hours }));

describe('how often a source seems to deliver', () => {
  it.each([
    ['every day', daysWhere(() => true), { rhythm: 'day', weekdays: [1, 2, 3, 4, 5, 6, 7], graceHours: 6 }],
    ['on weekdays', daysWhere((day) => isoWeekday(day) < 6), { rhythm: 'day', weekdays: [1, 2, 3, 4, 5] }],
    ['all day long', daysWhere(() => true, 20), { rhythm: 'hour', graceHours: 2 }],
    ['on Mondays', daysWhere((day) => isoWeekday(day) === 1), { rhythm: 'week', weekdays: [] }],
    ['on any day of a week', daysWhere((day) => day % 7 === (day >> 4) % 2), { rhythm: 'week' }],
    ['once a month', daysWhere((day) => day % 30 === 0, 1, 200), { rhythm: 'month' }],
    ['twice, long ago', daysWhere((day) => day === TODAY - 80 || day === TODAY - 70), { rhythm: 'none' }],
    ['never', [], { rhythm: 'none' }],
    ['today for the first time', [{ day: TODAY, rows: 9, hours: 3 }], { rhythm: 'none' }],
  ])('%s', (_, days, expected) => {
    expect(learnRhythm(days, TODAY, NONE)).toMatchObject(expected);
  });

  it('does not take holidays for days without deliveries', () => {
    const mondays = [7, 14, 21].map((back) => TODAY - 3 - back);
    const days = daysWhere((day) => isoWeekday(day) < 6 && !mondays.includes(day), 1, 40);
    expect(learnRhythm(days, TODAY, NONE).weekdays).toEqual([2, 3, 4, 5]);
    expect(learnRhythm(days, TODAY, new Set(mondays)).weekdays).toEqual([1, 2, 3, 4, 5]);
  });
});
