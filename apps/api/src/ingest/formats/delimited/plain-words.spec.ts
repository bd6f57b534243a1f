import { expect, it } from '@jest/globals';
import { plainWords, wordsOf } from './plain-words.ts';

it.each<[string, string]>([
  ['<p>How <b>likely</b> are you?</p>', 'How likely are you?'],
  ['<style>p { color: red }</style>Wait<br/>time', 'Wait time'],
  ['friends&nbsp;&amp; family &#8211; all &#x2026;', 'friends & family – all …'],
  ['[The <b>care</b>], H<sub>2</sub>O', '[The care], H2O'],
  ['one\r\n  two', 'one two'],
  ['less < 10 & more > 3', 'less < 10 & more > 3'],
  ['&unknown; &#0; &#99999999;', '&unknown; &#99999999;'],
  ['<span lang="vi">Ông/Bà có hài lòng?</span>', 'Ông/Bà có hài lòng?'],
  ['<!-- hidden -->seen', 'seen'],
  ['x'.repeat(9000), 'x'.repeat(500)],
])('%j is %j', (html, words) => {
  expect(plainWords(html)).toBe(words);
});

it.each(['<style>', '<style', '<a', '</script', '&', '<style></style>'])(
  'is not held up by a million characters of %s',
  (tag) => {
    const words = wordsOf(`before ${tag.repeat(1_000_000 / tag.length)} after`);
    expect(words.startsWith('before')).toBe(true);
  },
);

it('takes nothing for words that a style sheet says, closed or not', () => {
  expect(wordsOf('<p>Kind</p><style>p { color: red }</style> nurses <script>alert(1)')).toBe('Kind nurses');
});
