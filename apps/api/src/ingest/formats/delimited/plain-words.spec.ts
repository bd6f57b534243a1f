import { expect, it } from '@jest/globals';
import { plainWords } from './plain-words.ts';

it.each<[string, string]>([
  ['<p>How <b>likely</b> are you?</p>', 'How likely are you?'],
  ['<style>p { color: red }</style>Wait<br/>time', 'Wait time'],
  ['friends&nbsp;&amp; family &#8211; all &#x2026;', 'friends & family – all …'],
  ['one\r\n  two', 'one two'],
  ['less < 10 & more > 3', 'less < 10 & more > 3'],
  ['&unknown; &#0; &#99999999;', '&unknown; &#99999999;'],
  ['<span lang="vi">Ông/Bà có hài lòng?</span>', 'Ông/Bà có hài lòng?'],
  ['<!-- hidden -->seen', 'seen'],
  ['x'.repeat(9000), 'x'.repeat(500)],
])('%j is %j', (html, words) => {
  expect(plainWords(html)).toBe(words);
});
