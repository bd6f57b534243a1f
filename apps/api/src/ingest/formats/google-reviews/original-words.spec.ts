import { expect, it } from '@jest/globals';
import { originalWords } from './original-words.ts';

it.each<[string, string]>([
  ['Kind staff', 'Kind staff'],
  ['(Translated by Google) Kind staff\n\n(Original)\nMalonus personalas', 'Malonus personalas'],
  ['(Translated by Google)\nKind.\nQuick.\n\n(Original)\nMalonūs.\nGreiti.', 'Malonūs.\nGreiti.'],
  ['Malonus personalas\n\n(Translated by Google)\nKind staff', 'Malonus personalas'],
  ['(Original)\nเจ้าหน้าที่ดี\n\n(Translated by Google)\nGood staff', 'เจ้าหน้าที่ดี'],
  ['(Translated by Google) Only this is left', 'Only this is left'],
  [
    'They said (Original) and (Translated by Google) in passing',
    'They said (Original) and (Translated by Google) in passing',
  ],
  ['', ''],
])('%j is %j', (text, words) => {
  expect(originalWords(text)).toBe(words);
});

it('is not held up by a million line breaks', () => {
  expect(originalWords(`a${'\n'.repeat(1_000_000)}b`)).toHaveLength(1_000_002);
});
