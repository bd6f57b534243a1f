import { expect, it } from '@jest/globals';
import { rowForKey } from './row-keys.ts';

it.each([
  ['j', -1, 3, 0],
  ['j', 0, 3, 1],
  ['ArrowDown', 2, 3, 2],
  ['k', 2, 3, 1],
  ['ArrowUp', 0, 3, 0],
  ['x', 0, 3, null],
  ['j', -1, 0, null],
])('%s from %i of %i leads to %p', (key, current, length, row) => {
  expect(rowForKey(key, current, length)).toBe(row);
});
