import { expect, it } from '@jest/globals';
import { datesFrom, daysFrom } from './days-text.ts';

it.each([
  ['', null],
  [' 90 ', 90],
  ['9.5', undefined],
  ['-1', undefined],
  ['soon', undefined],
])('%j days are %j', (text, days) => {
  expect(daysFrom(text)).toBe(days);
});

it('dates are read one a line, or however they were separated', () => {
  expect(datesFrom('2026-12-25\n2026-01-01, 2026-12-25\n')).toEqual(['2026-01-01', '2026-12-25']);
  expect(datesFrom(' ')).toEqual([]);
});
