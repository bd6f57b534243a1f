import { LITHUANIAN_FAMILY_ENDINGS } from './names/lithuanian-names.ts';
import { NOTABLE_WORDS } from './names/name-index.ts';

/** What a text holds, told without looking at any word of it twice. */
export const HAS_AT = 1;
export const HAS_DIGITS = 2;
/** A word that may be a name or a title. */
export const HAS_NOTABLE = 4;
export const HAS_THAI = 8;

/** Kinds of characters; letters are their lower-case code. */
const OTHER = 0;
const DIGIT = 1;
const AT = 2;
const THAI = 3;
const LAST = 0x1fff;
/** What is left of a word: its last three letters. */
const TAIL = (1 << 27) - 1;

const KINDS = kindsOfCharacters();
/** A bit for each hash of a notable word: 32 KiB, of which few are set. */
const BITS = 1 << 18;
const NOTABLE = new Uint8Array(BITS >> 3);
for (const word of NOTABLE_WORDS) {
  const hash = hashOf(word);
  NOTABLE[hash >> 3] = (NOTABLE[hash >> 3] ?? 0) | (1 << (hash & 7));
}

/** Endings of Lithuanian family names, which no list can hold. */
const ENDINGS: ReadonlySet<number> = new Set(LITHUANIAN_FAMILY_ENDINGS.map(tailOf));

/** Which detectors have anything to look for. `digits` is how many the shortest number that is looked for has. */
export function lookAt(text: string, digits: number): number {
  let found = 0;
  let seen = 0;
  let hash = 0;
  let tail = 0;
  let inWord = false;
  let capital = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const kind = code > LAST ? kindOfRare(code) : (KINDS[code] as number);
    if (kind > THAI) {
      if (inWord) hash = Math.imul(hash, 31) + kind;
      else {
        hash = kind;
        capital = kind !== code;
        inWord = true;
      }
      tail = ((tail << 9) ^ kind) & TAIL;
      continue;
    }
    if (inWord) {
      if (isNotable(hash) || (capital && ENDINGS.has(tail))) found |= HAS_NOTABLE;
      inWord = false;
    }
    if (kind === OTHER) continue;
    if (kind === DIGIT) {
      seen += 1;
      if (seen === digits) found |= HAS_DIGITS;
    } else found |= kind === AT ? HAS_AT : HAS_THAI;
  }
  if (inWord && (isNotable(hash) || (capital && ENDINGS.has(tail)))) found |= HAS_NOTABLE;
  return found;
}

function isNotable(hash: number): boolean {
  const bit = hash & (BITS - 1);
  return ((NOTABLE[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
}

function tailOf(word: string): number {
  let tail = 0;
  for (let index = 0; index < word.length; index += 1)
    tail = ((tail << 9) ^ (KINDS[word.charCodeAt(index)] ?? OTHER)) & TAIL;
  return tail;
}

function hashOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index += 1) {
    const kind = KINDS[word.charCodeAt(index)] ?? OTHER;
    hash = index === 0 ? kind : Math.imul(hash, 31) + kind;
  }
  return hash & (BITS - 1);
}

/** Digits of full width count as digits; other characters beyond the table part words. */
const kindOfRare = (code: number): number => (code >= 0xff10 && code <= 0xff19 ? DIGIT : OTHER);

function kindsOfCharacters(): Uint16Array {
  const kinds = new Uint16Array(LAST + 1);
  for (let code = 0; code <= LAST; code += 1) {
    const character = String.fromCharCode(code);
    if (/[0-9\u0660-\u0669\u06F0-\u06F9\u0E50-\u0E59]/.test(character)) kinds[code] = DIGIT;
    else if (character === '@') kinds[code] = AT;
    else if (code >= 0x0e00 && code <= 0x0e7f) kinds[code] = THAI;
    else if (/[\p{L}\p{M}]/u.test(character)) kinds[code] = folded(character);
  }
  return kinds;
}

/** The letter in lower case; Arabic letters as Urdu writes them. */
function folded(character: string): number {
  if (character === '\u064A' || character === '\u0649') return 0x06cc;
  if (character === '\u0643') return 0x06a9;
  return character.toLowerCase().charCodeAt(0);
}
