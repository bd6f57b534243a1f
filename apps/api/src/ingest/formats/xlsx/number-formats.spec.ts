import { expect, it } from '@jest/globals';
import { meaningOf, type NumberFormat } from './number-formats.ts';

it.each<[string, NumberFormat]>([
  ['General', undefined],
  ['0.00', undefined],
  ['#,##0', undefined],
  ['0.00E+00', undefined],
  ['0%', undefined],
  ['"days" 0', undefined],
  ['[Red]0;-0', undefined],
  ['dd/mm/yyyy', 'date'],
  ['[$-409]d\\-mmm\\-yy;@', 'date'],
  ['yyyy-mm-dd\\Thh:mm', 'date'],
  ['mmmm', 'date'],
  ['[$-D07041E]d/m/bbbb', 'date'],
  ['h:mm AM/PM', 'time'],
  ['mm:ss', 'time'],
  ['[h]:mm', undefined],
  ['0000', { digits: 4 }],
])('%s', (code, format) => {
  expect(meaningOf(code)).toEqual(format);
});
