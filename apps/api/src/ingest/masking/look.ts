import { AT, DIGIT, kindOf, OTHER, THAI } from './characters.ts';
import { LITHUANIAN_FAMILY_ENDINGS } from './names/lithuanian-names.ts';
import { NAMES_WITH_CAPITALS, NAMES_WITHOUT_CAPITALS, SMALL_NAMES, TITLE_WORDS } from './names/name-index.ts';
import { hashWith, tailOf, tailWith, WordBits } from './word-bits.ts';

/** What a text holds, told without looking at any character of it twice. */
export const HAS_AT = 1;
export const HAS_DIGITS = 2;
/** A word that may be a name. */
export const HAS_NAME = 4;
export const HAS_THAI = 8;

const WITH_CAPITALS = new WordBits(NAMES_WITH_CAPITALS);
const WITHOUT_CAPITALS = new WordBits(NAMES_WITHOUT_CAPITALS);
const SMALL = new WordBits(SMALL_NAMES);
const TITLES = new WordBits(TITLE_WORDS);
/** Endings of Lithuanian family names, which no list can hold. */
const ENDINGS: ReadonlySet<number> = new Set(LITHUANIAN_FAMILY_ENDINGS.map(tailOf));

const SPACE = 0x20;
const FULL_STOP = 0x2e;

/** Which detectors have anything to look for. `digits` is how many the shortest number that is looked for has. */
export function lookAt(text: string, digits: number): number {
  let found = 0;
  let seen = 0;
  let hash = 0;
  let tail = 0;
  let inWord = false;
  let capital = false;
  let titled = false;
  for (let index = 0; index <= text.length; index += 1) {
    const code = text.charCodeAt(index);
    const kind = index === text.length ? OTHER : kindOf(code);
    if (kind > THAI) {
      if (!inWord) {
        inWord = true;
        capital = kind !== code;
        // Whatever has a capital after a title may be a name.
        if (titled && capital) found |= HAS_NAME;
        hash = 0;
      }
      hash = hashWith(hash, kind);
      tail = tailWith(tail, kind);
      continue;
    }
    if (inWord) {
      inWord = false;
      if (isName(hash, tail, capital, titled)) found |= HAS_NAME;
      titled = TITLES.mayHave(hash);
    } else if (code !== SPACE) titled = false;
    if (kind === OTHER) titled = titled && (code === SPACE || code === FULL_STOP);
    else if (kind === DIGIT) {
      seen += 1;
      if (seen === digits) found |= HAS_DIGITS;
    } else found |= kind === AT ? HAS_AT : HAS_THAI;
  }
  return found;
}

function isName(hash: number, tail: number, capital: boolean, titled: boolean): boolean {
  if (capital) return WITH_CAPITALS.mayHave(hash) || ENDINGS.has(tail);
  return WITHOUT_CAPITALS.mayHave(hash) || (titled && SMALL.mayHave(hash));
}
