import { describe, expect, it } from '@jest/globals';
import { dateOf, dayNumberOf } from '#domain/calendar-date.ts';
import { LocalClock, instantOf } from './local-clock.ts';
import { UnusableEnd, spanUntil } from './span.ts';

const NOW = Date.parse('2026-11-15T10:42:31Z');

describe('LocalClock', () => {
  it.each([
    ['Asia/Ho_Chi_Minh', '2026-11-15', 8 * 60, '2026-11-15T01:00:00Z'],
    ['Europe/Vilnius', '2026-01-15', 8 * 60, '2026-01-15T06:00:00Z'],
    ['Europe/Vilnius', '2026-07-15', 8 * 60, '2026-07-15T05:00:00Z'],
    ['Asia/Bangkok', '2026-11-15', 1440.5, '2026-11-15T17:00:30Z'],
  ])('reads the wall clock of %s', (zone, date, minute, instant) => {
    expect(instantOf(new LocalClock(zone).at(dayNumberOf(date), minute))).toBe(instant);
  });

  it.each([
    ['Asia/Ho_Chi_Minh', '2026-11-15T16:59:59Z', '2026-11-15'],
    ['Asia/Ho_Chi_Minh', '2026-11-15T17:00:00Z', '2026-11-16'],
    ['Europe/Vilnius', '2026-11-15T21:59:59Z', '2026-11-15'],
    ['Europe/Vilnius', '2026-11-15T22:00:00Z', '2026-11-16'],
  ])('knows the date at %s', (zone, instant, date) => {
    expect(dateOf(new LocalClock(zone).dayOf(Date.parse(instant)))).toBe(date);
  });
});

describe('the span of the network', () => {
  it('ends with the last whole hour and begins 104 whole weeks before the running one', () => {
    const span = spanUntil(undefined, NOW);
    expect(instantOf(span.endMs)).toBe('2026-11-15T10:00:00Z');
    expect(dateOf(span.lastDay)).toBe('2026-11-15');
    expect(dateOf(span.lastMonday)).toBe('2026-11-09');
    expect(dateOf(span.firstDay)).toBe('2024-11-11');
  });

  it('is the same all through an hour', () => {
    expect(spanUntil(undefined, NOW)).toEqual(spanUntil(undefined, NOW + 15 * 60_000));
  });

  it('ends with an earlier day when asked to, and with now where that comes first', () => {
    expect(instantOf(spanUntil('2026-11-10', NOW).endMs)).toBe('2026-11-10T17:00:00Z');
    expect(instantOf(spanUntil('2026-11-15', NOW).endMs)).toBe('2026-11-15T10:00:00Z');
  });

  it.each([
    ['2026-11-16', 'future'],
    ['2026-02-30', 'date such as'],
    ['yesterday', 'date such as'],
  ])('refuses %s', (until, why) => {
    expect(() => spanUntil(until, NOW)).toThrow(UnusableEnd);
    expect(() => spanUntil(until, NOW)).toThrow(why);
  });
});
