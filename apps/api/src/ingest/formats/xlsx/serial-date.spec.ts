import { expect, it } from '@jest/globals';
import { type NumberMeaning, serialDate } from './serial-date.ts';

it.each<[number, NumberMeaning, boolean, string | undefined]>([
  [1, 'date', false, '1900-01-01'],
  [59, 'date', false, '1900-02-28'],
  [61, 'date', false, '1900-03-01'],
  [46328, 'date', false, '2026-11-02'],
  [46328.385416666664, 'date', false, '2026-11-02 09:15:00'],
  [46328.999999999, 'date', false, '2026-11-03'],
  [0.5, 'time', false, '12:00:00'],
  [46328.5, 'time', false, '2026-11-02 12:00:00'],
  [0, 'date', true, '1904-01-01'],
  [44866, 'date', true, '2026-11-02'],
  [2958465, 'date', false, '9999-12-31'],
  [2958466, 'date', false, undefined],
  [-1, 'date', false, undefined],
  [Number.NaN, 'date', false, undefined],
])('%d as %s is %j (from 1904: %s)', (serial, meaning, from1904, shown) => {
  expect(serialDate(serial, meaning, from1904)).toBe(shown);
});
