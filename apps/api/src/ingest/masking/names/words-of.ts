import { kindOf, THAI } from '../characters.ts';
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

const LONGEST_NAME = 40;
/** A gap of more than this parts two sentences. */
const LONGEST_GAP = 4;
/** What may stand within a word: O’Brien, Anne-Marie. */
const JOINS: ReadonlySet<number> = new Set([0x27, 0x2019, 0x2d]);

/** The words of a text in scripts that put spaces between them. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let before = 0;
  for (let start = nextLetter(text, 0); start < text.length; start = nextLetter(text, before)) {
    before = endOfWord(text, start);
    words.push(wordAt(text, start, before, words.at(-1)?.end ?? 0));
  }
  return words;
}

const isLetter = (text: string, index: number): boolean => index < text.length && kindOf(text.charCodeAt(index)) > THAI;

function nextLetter(text: string, from: number): number {
  let index = from;
  while (index < text.length && !isLetter(text, index)) index += 1;
  return index;
}

function endOfWord(text: string, start: number): number {
  let end = start + 1;
  while (isLetter(text, end) || (JOINS.has(text.charCodeAt(end)) && isLetter(text, end + 1))) end += 1;
  return end;
}

function wordAt(text: string, start: number, whole: number, before: number): Word {
  const isOwner = /['’]s$/i.test(text.slice(Math.max(start, whole - 2), whole));
  const end = isOwner ? whole - 2 : whole;
  const word = end - start > LONGEST_NAME ? '' : text.slice(start, end);
  const lower = plainWord(word);
  const code = text.charCodeAt(start);
  const capital = kindOf(code) !== code && lower !== word;
  return {
    ...{ start, end, lower, capital },
    shouted: capital && end - start > 1 && word === word.toUpperCase(),
    flags: flagsOfParts(lower),
    gap: start - before > LONGEST_GAP ? '….' : text.slice(before, start),
  };
}

/** Of Anne-Marie and O'Brien, what their parts are. */
function flagsOfParts(lower: string): number {
  const flags = flagsOf(lower);
  if (flags !== 0 || !/['’-]/.test(lower)) return flags;
  const joined = flagsOf(lower.replace(/['’-]/g, ''));
  return joined !== 0 ? joined : flagsOf(lower.split(/['’-]/)[0] ?? '');
}

const plainWord = (word: string): string => {
  const lower = word.toLowerCase();
  return word < '\u0600' ? lower : lower.replace(/[\u064A\u0649]/g, '\u06CC').replaceAll('\u0643', '\u06A9');
};
