import { expect, it } from '@jest/globals';
import { dateInZone } from './date-in-zone.ts';

it.each([
  ['2026-10-01T16:59:59.999Z', 'Asia/Ho_Chi_Minh', '2026-10-01'],
  ['2026-10-01T17:00:00Z', 'Asia/Ho_Chi_Minh', '2026-10-02'],
  ['2026-03-28T22:30:00Z', 'Europe/Vilnius', '2026-03-29'],
  ['2026-10-01T18:59:59Z', 'Asia/Karachi', '2026-10-01'],
  ['2026-12-31T23:00:00Z', 'America/Lima', '2026-12-31'],
  ['1990-01-01T00:00:00Z', 'UTC', '1990-01-01'],
])('at %s in %s it is %s', (instant, timeZone, date) => {
  expect(dateInZone(Date.parse(instant), timeZone)).toBe(date);
});
