import { expect, it } from '@jest/globals';
import { columnNames } from './column-names.ts';

it.each<[string[], string[]]>([
  [
    ['a', 'a', 'a (2)', 'a'],
    ['a', 'a (2)', 'a (2) (2)', 'a (3)'],
  ],
  [
    ['', ' ', 'b\n c'],
    ['column 1', 'column 2', 'b c'],
  ],
])('%j become %j', (header, names) => {
  expect(columnNames(header)).toEqual(names);
});

it('is not held up by a header of nothing but equal names', () => {
  const names = columnNames(Array.from({ length: 200_000 }, () => 'a'));
  expect([new Set(names).size, names.at(-1)]).toEqual([200_000, 'a (200000)']);
});
