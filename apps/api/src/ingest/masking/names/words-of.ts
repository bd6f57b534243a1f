import { flagsOf } from './name-index.ts';

/** One word of a text, as names are looked for. */
export interface Word {
  start: number;
  end: number;
  /** In lower case, without a possessive. */
  lower: string;
  capital: boolean;
  /** Written in capitals throughout. */
  shouted: boolean;
  flags: number;
  /** What stands between it and the word before. */
  gap: string;
}

const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
const LONGEST_NAME = 40;
/** A gap of more than this parts two sentences. */
const GAP = 4;

/** The words of a text in scripts that put spaces between them. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = 0;
  for (const { index, 0: match } of text.matchAll(WORD)) {
    const word = match.replace(/['’]s$/i, '');
    const end = index + word.length;
    const lower = word.length > LONGEST_NAME ? '' : plainWord(word);
    words.push({
      start: index,
      end,
      lower,
      capital: /^\p{Lu}/u.test(word),
      shouted: word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase(),
      flags: flagsOfParts(lower),
      gap: index - before > GAP ? '….' : text.slice(before, index),
    });
    before = end;
  }
  return words;
}

/** Of Anne-Marie and O'Brien, what their parts are. */
function flagsOfParts(lower: string): number {
  const flags = flagsOf(lower);
  if (flags !== 0 || !/['’-]/.test(lower)) return flags;
  const joined = flagsOf(lower.replace(/['’-]/g, ''));
  return joined !== 0 ? joined : flagsOf(lower.split(/['’-]/)[0] ?? '');
}

const plainWord = (word: string): string =>
  word
    .toLowerCase()
    .replace(/[\u064A\u0649]/g, '\u06CC')
    .replaceAll('\u0643', '\u06A9');
