import { expect, it } from '@jest/globals';
import type { DecimalMark } from './mapping.ts';
import { readNumber } from './read-number.ts';
import { Refusal } from './refusal.ts';

it.each<[string, number]>([
  ['5', 5],
  ['0', 0],
  ['-3', -3],
  ['+4', 4],
  ['5.0', 5],
  ['3.25', 3.25],
  ['3,5', 3.5],
  ['0,125', 0.125],
  ['1.234', 1.234],
  ['1,234.5', 1234.5],
  ['1.234,5', 1234.5],
  ['1,234,567', 1_234_567],
  ['1.234.567', 1_234_567],
  ['12 345', 12_345],
  ['12\u00A0345,5', 12_345.5],
  ["1'234", 1234],
  ['๔', 4],
  ['๑๒.๕', 12.5],
  ['۱۰', 10],
  ['٣٫٥', 3.5],
])('reads %j as %d', (cell, number) => {
  expect(readNumber(cell)).toBe(number);
});

it.each<[string, DecimalMark, number]>([
  ['1,234', ',', 1.234],
  ['1,234', '.', 1234],
  ['1.234', ',', 1234],
])('reads %j with decimal mark %j as %d', (cell, decimal, number) => {
  expect(readNumber(cell, decimal)).toBe(number);
});

it('asks where a comma could be either mark', () => {
  expect(readNumber('1,234')).toEqual(
    new Refusal('ambiguous-number', expect.stringContaining('--decimal') as unknown as string),
  );
});

it.each(['five', '', '-', '.', '5 stars', '4/5', '1e3', '0x10', 'NaN', 'Infinity', '1,2,3', '1 2'])(
  'refuses %j',
  (cell) => {
    expect(readNumber(cell)).toMatchObject({ code: 'not-a-number' });
  },
);
