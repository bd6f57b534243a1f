import { describe, expect, it } from '@jest/globals';
import type { Comparison } from '#contracts/dimension.ts';
import { dateOf, dayNumberOf, weekdayOf } from '#domain/calendar-date.ts';
import { type Grain, periodsBetween } from '#domain/grain.ts';
import { comparedSpan } from './comparison.ts';

const TODAY = '2026-11-22';

const compared = (from: string, to: string, grain: Grain, compare: Comparison, today = TODAY): string[] =>
  periodsBetween(from, to, grain).map((period) => {
    const span = comparedSpan(period, grain, compare, today);
    return `${span.from}/${span.to}`;
  });

describe('previous', () => {
  it.each<[string, string, string, Grain, string[]]>([
    ['a week with the week before', '2026-11-09', '2026-11-16', 'week', ['2026-11-02/2026-11-09']],
    ['a day with the same weekday a week before', '2026-11-11', '2026-11-12', 'day', ['2026-11-04/2026-11-05']],
    ['the days of a cut week with the same weekdays', '2026-11-11', '2026-11-16', 'week', ['2026-11-04/2026-11-09']],
    ['a month with the month before', '2026-10-01', '2026-11-01', 'month', ['2026-09-01/2026-10-01']],
    ['March with February', '2026-03-01', '2026-04-01', 'month', ['2026-02-01/2026-03-01']],
    ['a quarter with the quarter before', '2026-07-01', '2026-10-01', 'quarter', ['2026-04-01/2026-07-01']],
    ['four weeks with the four before', '2026-10-19', '2026-11-16', 'total', ['2026-09-21/2026-10-19']],
    ['ten days with those two weeks earlier', '2026-11-02', '2026-11-12', 'total', ['2026-10-19/2026-10-29']],
    [
      'each week with its own predecessor',
      '2026-11-02',
      '2026-11-16',
      'week',
      ['2026-10-26/2026-11-02', '2026-11-02/2026-11-09'],
    ],
  ])('compares %s', (_, from, to, grain, spans) => {
    expect(compared(from, to, grain, 'previous')).toEqual(spans);
  });
});

describe('year', () => {
  it.each<[string, string, string, Grain, string[]]>([
    ['a week with that 52 weeks before', '2026-11-09', '2026-11-16', 'week', ['2025-11-10/2025-11-17']],
    ['a span with that 52 weeks before', '2026-10-19', '2026-11-16', 'total', ['2025-10-20/2025-11-17']],
    ['a month with that of the year before', '2026-02-01', '2026-03-01', 'month', ['2025-02-01/2025-03-01']],
    ['the leap day’s month by the calendar', '2024-02-01', '2024-03-01', 'month', ['2023-02-01/2023-03-01']],
    ['a quarter with that of the year before', '2026-07-01', '2026-10-01', 'quarter', ['2025-07-01/2025-10-01']],
  ])('compares %s', (_, from, to, grain, spans) => {
    expect(compared(from, to, grain, 'year')).toEqual(spans);
  });
});

it('compares a running period with as much of the earlier one', () => {
  // Wednesday: three days of the week have begun.
  expect(compared('2026-11-16', '2026-11-23', 'week', 'previous', '2026-11-18')).toEqual(['2026-11-09/2026-11-12']);
  expect(compared('2026-11-01', '2026-12-01', 'month', 'previous', '2026-11-18')).toEqual(['2026-10-01/2026-10-19']);
});

it('compares a period in its last day whole', () => {
  expect(compared('2026-11-16', '2026-11-23', 'week', 'previous', '2026-11-22')).toEqual(['2026-11-09/2026-11-16']);
});

it.each<Grain>(['day', 'week', 'total'])('keeps the weekdays at grain %s', (grain) => {
  for (let day = dayNumberOf('2026-01-01'); day < dayNumberOf('2026-01-15'); day += 1) {
    const period = { at: '', from: dateOf(day), to: dateOf(day + 10) };
    for (const compare of ['previous', 'year'] as const) {
      const { from } = comparedSpan(period, grain, compare, TODAY);
      expect(weekdayOf(dayNumberOf(from))).toBe(weekdayOf(day));
    }
  }
});
