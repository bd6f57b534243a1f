import { describe, expect, it } from '@jest/globals';
import { rowForKey } from './queue-keys.ts';

describe('the row a key leads to', () => {
  it.each([
    ['ArrowDown', 0, 3, 1],
    ['ArrowDown', 2, 3, 2],
    ['ArrowDown', -1, 3, 0],
    ['ArrowUp', 2, 3, 1],
    ['ArrowUp', 0, 3, 0],
    ['Home', 2, 3, 0],
    ['End', 0, 3, 2],
    ['a', 0, 3, null],
    ['ArrowDown', -1, 0, null],
  ])('%s from %s of %s rows: %s', (key, current, length, row) => {
    expect(rowForKey(key, current, length)).toBe(row);
  });
});
