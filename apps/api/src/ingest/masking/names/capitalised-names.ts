import type { Span } from '../span.ts';
import { COMMON_WORDS, NOT_NAMES, PLACE_AFTER, PLACE_BEFORE } from './common-words.ts';
import { LITHUANIAN_FAMILY_NAME } from './lithuanian-names.ts';
import { FAMILY, NAME, SMALL_GIVEN, SURE_FAMILY, SYLLABLE, TITLE, TITLE_END, WORDLIKE } from './name-index.ts';
import { TWO_SYLLABLE_TITLES } from './vietnamese-names.ts';
import type { Word } from './words-of.ts';

/** Names in scripts that have capitals: after a title, in the lists, or built as families are called. */
export function capitalisedNames(words: readonly Word[]): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const last = lastOfName(words, index);
    if (last === undefined) continue;
    spans.push({ start: (words[last.first] as Word).start, end: (words[last.last] as Word).end });
    index = last.last;
  }
  return spans;
}

interface Range {
  first: number;
  last: number;
}

function lastOfName(words: readonly Word[], index: number): Range | undefined {
  const word = words[index] as Word;
  if (word.flags === 0 && !word.capital) return undefined;
  if (isTitle(words, index)) {
    const named = afterTitle(words, index + 1);
    if (named !== undefined) return named;
  }
  if (!word.capital || (word.flags & TITLE) !== 0 || isPlace(words, index)) return undefined;
  if ((word.flags & FAMILY) !== 0) {
    const named = vietnameseName(words, index);
    if (named !== undefined) return named;
  }
  if ((word.flags & NAME) !== 0) return { first: index, last: extended(words, index, 1) };
  if ((word.flags & WORDLIKE) !== 0) {
    const next = words[index + 1];
    const isPair = next !== undefined && isNext(next) && next.capital && ((next.flags & NAME) !== 0 || isFamily(next));
    return isPair && !isPlace(words, index + 1) ? { first: index, last: extended(words, index + 1, 0) } : undefined;
  }
  return isFamily(word) && !beginsSentence(words, index) ? { first: index, last: index } : undefined;
}

const isFamily = ({ capital, lower }: Word): boolean =>
  capital && !COMMON_WORDS.has(lower) && LITHUANIAN_FAMILY_NAME.test(lower);

function isTitle(words: readonly Word[], index: number): boolean {
  const { flags, lower, capital } = words[index] as Word;
  if ((flags & TITLE_END) !== 0 && TWO_SYLLABLE_TITLES[lower]?.includes(words[index - 1]?.lower ?? '')) return true;
  // “I miss London”: as a verb it is written small.
  return (flags & TITLE) !== 0 && (lower !== 'miss' || capital);
}

/** Whatever begins with a capital after a title, unless it is a word that often does. */
function afterTitle(words: readonly Word[], first: number): Range | undefined {
  const word = words[first];
  if (word === undefined || !/^\.? {1,2}$|^\.$/.test(word.gap)) return undefined;
  if (!word.capital) return isSmallName(words, first) ? { first, last: first } : undefined;
  const isShouting = word.shouted && words[first - 1]?.shouted === true;
  if (isShouting && (word.flags & (NAME | FAMILY | WORDLIKE | SYLLABLE)) === 0) return undefined;
  const isWordlike = (word.flags & (WORDLIKE | SYLLABLE)) === WORDLIKE;
  if (!mayBeName(word) && !isWordlike && !isInitial(words, first)) return undefined;
  if (NOT_NAMES.has(pairAt(words, first)) || NOT_NAMES.has(pairAt(words, first - 1))) return undefined;
  return { first, last: extended(words, first, 2) };
}

/** A given name written small, after a title of the profession. */
function isSmallName(words: readonly Word[], index: number): boolean {
  const { flags } = words[index] as Word;
  const title = words[index - 1];
  return (flags & SMALL_GIVEN) !== 0 && (((title?.flags ?? 0) & TITLE_END) !== 0 || title?.lower === 'bs');
}

/** A family name and the syllables after it. */
function vietnameseName(words: readonly Word[], first: number): Range | undefined {
  if (NOT_NAMES.has(pairAt(words, first))) return undefined;
  let last = first;
  while (last - first < 3) {
    const next = words[last + 1];
    if (next === undefined || !isNext(next) || !isSyllable(next)) break;
    last += 1;
  }
  const syllables = last - first;
  const [next] = words.slice(first + 1, first + 2);
  const isSure = ((words[first] as Word).flags & SURE_FAMILY) !== 0;
  const isLikely = isSure || (((next?.flags ?? 0) & SYLLABLE) !== 0 && !beginsSentence(words, first));
  return syllables >= 2 || (syllables === 1 && isLikely) ? { first, last } : undefined;
}

/** The last word of a name that begins here: `unknown` words that no list has may belong to it. */
function extended(words: readonly Word[], first: number, unknown: number): number {
  let last = first;
  let left = unknown;
  while (last - first < 3) {
    const next = words[last + 1];
    if (next === undefined || !isNext(next, words[last]) || !mayBeName(next) || isPlace(words, last + 1)) break;
    const isListed = (next.flags & (NAME | WORDLIKE | FAMILY | SYLLABLE)) !== 0 || isFamily(next);
    if (!isListed && (left -= 1) < 0) break;
    if (next.shouted && !(words[first] as Word).shouted) break;
    last += 1;
  }
  return last;
}

const mayBeName = ({ capital, lower, flags, end, start }: Word): boolean =>
  capital &&
  (flags & (TITLE | SYLLABLE)) !== TITLE &&
  !COMMON_WORDS.has(lower) &&
  (end - start > 1 || (flags & SYLLABLE) !== 0);

/** The J. of J. Whitfield. */
function isInitial(words: readonly Word[], index: number): boolean {
  const { start, end } = words[index] as Word;
  const next = words[index + 1];
  return end - start === 1 && next !== undefined && next.gap === '. ' && mayBeName(next);
}

/** “An” is a word of English and a common name. */
const isSyllable = (word: Word): boolean =>
  (mayBeName(word) || (word.capital && word.lower === 'an')) && word.lower.length <= 7;

/** Follows the word before with a space, or after an initial with a full stop. */
const isNext = ({ gap }: Word, before?: Word): boolean =>
  /^[ \u00A0]$/.test(gap) || (gap === '. ' && before !== undefined && before.end - before.start === 1);

function isPlace(words: readonly Word[], index: number): boolean {
  const before = words[index - 1];
  const next = words[index + 1];
  const word = words[index] as Word;
  if (before !== undefined && /^[.]? $/.test(word.gap) && PLACE_BEFORE.has(before.lower)) return true;
  return next !== undefined && /^(?:['’]s)? $/i.test(next.gap) && PLACE_AFTER.has(next.lower);
}

const pairAt = (words: readonly Word[], index: number): string =>
  `${words[index]?.lower ?? ''} ${words[index + 1]?.lower ?? ''}`;

const beginsSentence = (words: readonly Word[], index: number): boolean =>
  index === 0 || /[.!?…\n:;"“”()•]/.test((words[index] as Word).gap);
