import { expect, it } from '@jest/globals';
import { cellOf, isSameCell } from './baseline-cell.ts';

it('a cell is the filter, narrowed to the group', () => {
  expect(cellOf({ site: ['a', 'b'], department: ['er', 'lab'] }, { department: 'er' })).toEqual({
    site: ['a', 'b'],
    department: ['er'],
  });
  expect(cellOf(undefined, {})).toEqual({});
});

it('cells are the same in whatever order they name things', () => {
  expect(isSameCell({ site: ['a', 'b'], department: ['er'] }, { department: ['er'], site: ['b', 'a', 'a'] })).toBe(
    true,
  );
  expect(isSameCell({ site: ['a'] }, { site: ['a', 'b'] })).toBe(false);
  expect(isSameCell({}, { site: ['a'] })).toBe(false);
});
