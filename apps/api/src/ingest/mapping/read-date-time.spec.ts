import { describe, expect, it } from '@jest/globals';
import type { DateReading } from './read-date-time.ts';
import { orderShownBy, readDateTime } from './read-date-time.ts';

describe('as local times, which the zone of the site completes', () => {
  it.each<[string, DateReading, string]>([
    ['2026-11-22 14:05:09', {}, '2026-11-22 14:05:09'],
    ['2026-11-22T14:05', {}, '2026-11-22T14:05'],
    ['2026-11-22', {}, '2026-11-22T00:00:00'],
    ['2026/11/22 8:05', {}, '2026-11-22T08:05:00'],
    ['2026/1/2 8:05:09.5', {}, '2026-01-02T08:05:09.5'],
    ['22/11/2026 14:05', { order: 'dmy' }, '2026-11-22T14:05:00'],
    ['22.11.2026', { order: 'dmy' }, '2026-11-22T00:00:00'],
    ['1-2-2026', { order: 'dmy' }, '2026-02-01T00:00:00'],
    ['1-2-2026', { order: 'mdy' }, '2026-01-02T00:00:00'],
    ['05/05/2026', {}, '2026-05-05T00:00:00'],
    ['11/22/2026 02:05:09 PM', { order: 'mdy' }, '2026-11-22T14:05:09'],
    ['11/22/2026, 12:05 a.m.', { order: 'mdy' }, '2026-11-22T00:05:00'],
    ['11/22/2026 12:05pm', { order: 'mdy' }, '2026-11-22T12:05:00'],
    ['22/11/2569 14:05', { order: 'dmy' }, '2026-11-22T14:05:00'],
    ['2569-11-22 14:05', {}, '2026-11-22T14:05:00'],
    ['๒๒/๑๑/๒๕๖๙', { order: 'dmy' }, '2026-11-22T00:00:00'],
    ['۲۲/۱۱/۲۰۲۶', { order: 'dmy' }, '2026-11-22T00:00:00'],
    ['29/02/2024', { order: 'dmy' }, '2024-02-29T00:00:00'],
  ])('%j %j is %s', (cell, reading, local) => {
    expect(readDateTime(cell, reading)).toBe(local);
  });
});

describe('as instants, where offset or zone is known', () => {
  it.each<[string, DateReading, string]>([
    ['2026-11-22T14:05:09Z', {}, '2026-11-22T14:05:09Z'],
    ['2026-11-22 14:05:09 UTC', {}, '2026-11-22T14:05:09Z'],
    ['2026-11-22T14:05:09.123+07:00', {}, '2026-11-22T14:05:09.123+07:00'],
    ['2026-11-22T14:05:09+0700', {}, '2026-11-22T14:05:09+07:00'],
    ['2026-11-22 14:05:09+00', {}, '2026-11-22T14:05:09+00:00'],
    ['2026/11/22 2:05:09 PM GMT+7', {}, '2026-11-22T14:05:09+07:00'],
    ['2026/11/22 2:05:09 PM GMT-3:30', {}, '2026-11-22T14:05:09-03:30'],
    ['2026-11-22 14:05:09 +5', {}, '2026-11-22T14:05:09+05:00'],
    ['2026-11-22 14:05', { zone: 'Asia/Bangkok' }, '2026-11-22T07:05:00Z'],
    ['2026-07-22 14:05', { zone: 'Europe/Vilnius' }, '2026-07-22T11:05:00Z'],
    ['2026-11-22T14:05Z', { zone: 'Asia/Bangkok' }, '2026-11-22T14:05:00Z'],
    ['2026-10-25 03:30', { zone: 'Europe/Vilnius' }, '2026-10-25T00:30:00Z'],
  ])('%j %j is %s', (cell, reading, instant) => {
    expect(readDateTime(cell, reading)).toBe(instant);
  });
});

describe('refused', () => {
  it.each<[string, DateReading, string]>([
    ['03/04/2026', {}, 'ambiguous-date'],
    ['22/11/2026', {}, 'ambiguous-date'],
    ['11/22/2026', { order: 'dmy' }, 'not-an-instant'],
    ['29/02/2026', { order: 'dmy' }, 'not-an-instant'],
    ['31/04/2026', { order: 'dmy' }, 'not-an-instant'],
    ['00/01/2026', { order: 'dmy' }, 'not-an-instant'],
    ['22/11/26', { order: 'dmy' }, 'not-an-instant'],
    ['2026/11/22 24:00', {}, 'not-an-instant'],
    ['2026/11/22 8:60', {}, 'not-an-instant'],
    ['2026/11/22 13:05 PM', {}, 'not-an-instant'],
    ['2026/11-22', {}, 'not-an-instant'],
    ['yesterday', {}, 'not-an-instant'],
    ['46348', {}, 'not-an-instant'],
  ])('%j %j: %s', (cell, reading, code) => {
    expect(readDateTime(cell, reading)).toMatchObject({ code });
  });
});

describe('the order a date shows', () => {
  it.each<[string, string | undefined]>([
    ['22/11/2026', 'dmy'],
    ['11/22/2026 14:05', 'mdy'],
    ['03/04/2026', 'either'],
    ['04/04/2026', undefined],
    ['2026-03-04', undefined],
    ['22/22/2026', undefined],
    ['soon', undefined],
  ])('%j: %s', (cell, order) => {
    expect(orderShownBy(cell)).toBe(order);
  });
});
