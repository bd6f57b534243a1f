import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateOf } from '#domain/calendar-date.ts';
import { RefusedRowError } from './candidate.ts';
import { SiteClock } from './site-clock.ts';

const now = Date.UTC(2026, 10, 22);
const iso = (clock: SiteClock, text: string) => new Date(clock.instantOf(text, 'startedAt')).toISOString();

describe('the clock of a site', () => {
  it.each([
    ['Asia/Ho_Chi_Minh', '2026-11-15T08:30:00+07:00', '2026-11-15T01:30:00.000Z'],
    ['Asia/Ho_Chi_Minh', '2026-11-15 08:30', '2026-11-15T01:30:00.000Z'],
    ['Asia/Karachi', '2026-11-15T08:30:15.5', '2026-11-15T03:30:15.500Z'],
    ['Europe/Vilnius', '2026-11-15', '2026-11-14T22:00:00.000Z'],
    ['Europe/Vilnius', '2026-07-15 12:00 Z', '2026-07-15T12:00:00.000Z'],
    // Clocks went forward at 03:00: half past three did not exist, it is read as an hour later.
    ['Europe/Vilnius', '2026-03-29 03:30', '2026-03-29T01:30:00.000Z'],
    // And back at 04:00: half past three came twice, the first one is meant.
    ['Europe/Vilnius', '2026-10-25 03:30', '2026-10-25T00:30:00.000Z'],
  ])('in %s reads %s', (zone, text, instant) => expect(iso(new SiteClock(zone, now), text)).toBe(instant));

  it.each([
    ['2026-02-30 10:00', 'not-an-instant'],
    ['2026-11-15 24:01', 'not-an-instant'],
    ['2026-11-15T08:30:00+99:00', 'not-an-instant'],
    ['2026-11-15T08:30:00+07:60', 'not-an-instant'],
    ['15/11/2026', 'not-an-instant'],
    ['soon', 'not-an-instant'],
    ['1926-11-15', 'too-long-ago'],
    ['2026-11-30', 'in-the-future'],
  ])('refuses %s as %s', (text, code) => {
    const refusal = catching(() => new SiteClock('Asia/Bangkok', now).instantOf(text, 'startedAt'));
    expect(refusal).toMatchObject({ problem: { field: 'startedAt', code } });
  });

  it('tells the date at the site as an independent calendar does, also around changes of the clocks', () => {
    const zones = fc.constantFrom(
      'Asia/Ho_Chi_Minh',
      'Asia/Bangkok',
      'Asia/Karachi',
      'Europe/Vilnius',
      'Asia/Kathmandu',
      'Africa/Casablanca',
      'Australia/Lord_Howe',
    );
    fc.assert(
      fc.property(zones, fc.array(fc.integer({ min: 631_152_000, max: 1_795_000_000 })), (zone, moments) => {
        // One clock for all: what it remembers of one moment must not colour the next.
        const clock = new SiteClock(zone, now);
        for (const seconds of moments) {
          const zoned = Temporal.Instant.fromEpochMilliseconds(seconds * 1000).toZonedDateTimeISO(zone);
          expect(dateOf(clock.dayOf(seconds * 1000))).toBe(zoned.toPlainDate().toString());
          const local = zoned.toPlainDateTime();
          expect(clock.instantOf(local.toString(), 'at')).toBe(local.toZonedDateTime(zone).epochMilliseconds);
        }
      }),
    );
  });

  it('tells every quarter of an hour of the days around a change of the clocks', () => {
    for (const zone of ['Europe/Vilnius', 'Australia/Lord_Howe', 'America/Chicago']) {
      const clock = new SiteClock(zone, now);
      const from = Date.UTC(2026, 2, 1);
      for (let at = from; at < from + 60 * 86_400_000; at += 900_000) {
        const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
        expect(dateOf(clock.dayOf(at))).toBe(zoned.toPlainDate().toString());
        const utc = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDateTime();
        expect(clock.instantOf(utc.toString(), 'at')).toBe(utc.toZonedDateTime(zone).epochMilliseconds);
      }
    }
  });

  it.each([
    '2024-02-29T10:00',
    '2023-02-29T10:00',
    '2000-02-29 10:00:00',
    '2100-02-29 10:00:00',
    '2026-04-31T10:00Z',
    '2026-12-31T23:59:59Z',
    '2026-13-01T10:00',
    '2026-1a-01T10:00',
    '2026-01-01T10:60',
    '2026-01-01X10:00',
  ])('reads %s, or refuses it, as the calendar does', (text) => {
    const expected = real(text.replace(' ', 'T'));
    const clock = new SiteClock('UTC', Date.UTC(2126, 0, 1));
    if (expected === undefined) expect(catching(() => clock.instantOf(text, 'at')).problem.code).toBe('not-an-instant');
    else expect(clock.instantOf(text, 'at')).toBe(expected);
  });
});

function real(text: string): number | undefined {
  try {
    return Temporal.PlainDateTime.from(text.replace('Z', ''), { overflow: 'reject' }).toZonedDateTime('UTC')
      .epochMilliseconds;
  } catch {
    return undefined;
  }
}

function catching(work: () => unknown): RefusedRowError {
  try {
    work();
  } catch (error) {
    if (error instanceof RefusedRowError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
