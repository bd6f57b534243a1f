import type { Span } from '../span.ts';
import { COMMON_WORDS, PLACE_AFTER } from './common-words.ts';
import { wordsIn } from './name-list.ts';
import { AFTER, NAME, TITLE, WORDLIKE } from './name-index.ts';
import { NOT_BEFORE_AFTER } from './urdu-names.ts';
import type { Word } from './words-of.ts';

const URDU = /^[\u0600-\u06FF]/;
const NOT_NAMES: ReadonlySet<string> = new Set(wordsIn(NOT_BEFORE_AFTER));

/** Names in Urdu script, which has no capitals: from the lists, or between a title and صاحب. */
export function urduNames(words: readonly Word[]): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < words.length; index += 1) {
    if (!isUrduName(words, index)) continue;
    let last = index;
    while (last - index < 3 && isNext(words[last + 1]) && isListed(words[last + 1]) && !isPlace(words, last + 1))
      last += 1;
    if (isPlace(words, last)) continue;
    spans.push({ start: (words[index] as Word).start, end: (words[last] as Word).end });
    index = last;
  }
  return spans;
}

function isUrduName(words: readonly Word[], index: number): boolean {
  const word = words[index] as Word;
  if (!URDU.test(word.lower) || (word.flags & TITLE) !== 0 || isPlace(words, index)) return false;
  if ((word.flags & NAME) !== 0) return true;
  const isTitled = isNext(word) && ((words[index - 1]?.flags ?? 0) & TITLE) !== 0;
  const next = words[index + 1];
  const isCalled = isNext(next) && ((next?.flags ?? 0) & AFTER) !== 0;
  if ((word.flags & WORDLIKE) !== 0) return isTitled || isCalled || (isNext(next) && ((next?.flags ?? 0) & NAME) !== 0);
  return isTitled && isCalled && !COMMON_WORDS.has(word.lower) && !NOT_NAMES.has(word.lower);
}

const isListed = (word: Word | undefined): boolean => ((word?.flags ?? 0) & (NAME | WORDLIKE)) !== 0;
const isNext = (word: Word | undefined): boolean => word !== undefined && /^[ \u00A0]$/.test(word.gap);

function isPlace(words: readonly Word[], index: number): boolean {
  const next = words[index + 1];
  return next !== undefined && isNext(next) && PLACE_AFTER.has(next.lower);
}
