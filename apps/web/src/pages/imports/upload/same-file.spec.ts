import { expect, it } from '@jest/globals';
import { begunWith, samenessOf } from './same-file.ts';

const UPLOAD = { name: 'khảo-sát.csv', bytes: 12 };

it.each([
  ['khảo-sát.csv', 12, 'same'],
  ['khảo-sát.csv'.normalize('NFD'), 12, 'same'],
  ['khảo-sát (1).csv', 12, 'other-name'],
  ['khảo-sát.csv', 13, 'other-size'],
] as const)('%s of %d bytes is %s', (name, size, sameness) => {
  expect(samenessOf(UPLOAD, { name, size })).toBe(sameness);
});

it('finds what was begun with a file', () => {
  expect(begunWith([{ name: 'a.csv', bytes: 12 }, UPLOAD], { name: UPLOAD.name, size: 12 })).toBe(UPLOAD);
  expect(begunWith([UPLOAD], { name: UPLOAD.name, size: 11 })).toBeUndefined();
});
