import { ENGLISH_NAMES } from './english-names.ts';
import { inAllCases, LITHUANIAN_NAMES } from './lithuanian-names.ts';
import { wordsIn } from './name-list.ts';
import { AFTER_NAME, URDU_NAMES } from './urdu-names.ts';
import {
  SMALL_GIVEN_NAMES,
  SURE_FAMILY_NAMES,
  TWO_SYLLABLE_TITLES,
  VIETNAMESE_FAMILY_NAMES,
  VIETNAMESE_NAMES,
} from './vietnamese-names.ts';

/** What a word can be; several at once. */
export const NAME = 1;
/** A name that is an ordinary word as well. */
export const WORDLIKE = 2;
export const TITLE = 4;
export const FAMILY = 8;
export const SURE_FAMILY = 16;
export const SMALL_GIVEN = 32;
export const SYLLABLE = 64;
export const AFTER = 128;
/** The last syllable of a title of two. */
export const TITLE_END = 256;

const INDEX = new Map<string, number>();

function add(words: readonly string[], flag: number): void {
  for (const word of words) INDEX.set(word, (INDEX.get(word) ?? 0) | flag);
}

for (const { names, wordlike, titles } of [ENGLISH_NAMES, URDU_NAMES]) {
  add(wordsIn(names), NAME);
  add(wordsIn(wordlike), WORDLIKE);
  add(wordsIn(titles), TITLE);
}
add(wordsIn(VIETNAMESE_NAMES.titles), TITLE);
add(wordsIn(LITHUANIAN_NAMES.names).flatMap(inAllCases), NAME);
add(wordsIn(LITHUANIAN_NAMES.wordlike).flatMap(inAllCases), WORDLIKE);
add(wordsIn(LITHUANIAN_NAMES.titles).flatMap(inAllCases), TITLE);
add(wordsIn(VIETNAMESE_NAMES.wordlike), SYLLABLE);
add(wordsIn(VIETNAMESE_FAMILY_NAMES), FAMILY | SYLLABLE);
add(wordsIn(SURE_FAMILY_NAMES), SURE_FAMILY);
add(wordsIn(SMALL_GIVEN_NAMES), SMALL_GIVEN);
add(Object.keys(TWO_SYLLABLE_TITLES), TITLE_END);
add(wordsIn(AFTER_NAME), AFTER);
for (const [word, flags] of INDEX) if ((flags & WORDLIKE) !== 0) INDEX.set(word, flags & ~NAME);

/** What a word in lower case can be; 0 for all others. */
export const flagsOf = (word: string): number => INDEX.get(word) ?? 0;

const wordsWith = (flags: number, test: (word: string) => boolean = () => true): string[] =>
  [...INDEX].flatMap(([word, of]) => ((of & flags) !== 0 && test(word) ? [word] : []));

/** Words that may be a name where they begin with a capital. */
export const NAMES_WITH_CAPITALS: readonly string[] = wordsWith(NAME | WORDLIKE | FAMILY);
/** Words that may be one in a script without capitals, and what is said after one there. */
export const NAMES_WITHOUT_CAPITALS: readonly string[] = wordsWith(NAME | WORDLIKE | AFTER, (word) =>
  /^[\u0600-\u06FF]/.test(word),
);
/** Words that may be one after a title, also written small. */
export const SMALL_NAMES: readonly string[] = wordsWith(SMALL_GIVEN);
/** Words that may be a title, or the end of one. */
export const TITLE_WORDS: readonly string[] = wordsWith(TITLE | TITLE_END);
