import { expect, it } from '@jest/globals';
import { announcedDelimiter, delimiterOf } from './delimiter.ts';

const linesOf = (text: string) => text.split('\n').map((line, index) => ({ number: index + 1, text: line }));

it.each<[string, string]>([
  ['a,b,c\n1,2,3', ','],
  ['a;b;c\n1,5;2,5;3,5', ';'],
  ['a\tb\n1, 2\t3', '\t'],
  ['a|b\nx, y|z\nx, y|z', '|'],
  ['a:b\nx:y', ':'],
  ['time,rating\n2026-11-22 10:15:00,5\n2026-11-22 10:16:00,4', ','],
  ['id;comment\n1;"good, kind, quick"\n2;"slow; dear, rude"', ';'],
  ['"name, first";score\n"Ward 4";5', ';'],
  ['name, first;ward;score\nNguyen, An;4;5', ';'],
  ['comment\nall good\nslow, but kind', ','],
  ['id,comment\n1,one;two;three\n2,four;five;six', ','],
])('of %j is %j', (text, delimiter) => {
  expect(delimiterOf(linesOf(text))).toBe(delimiter);
});

it('is told by a first line that announces it', () => {
  expect(announcedDelimiter('sep=;')).toBe(';');
  expect(announcedDelimiter('sep,score')).toBeUndefined();
});
