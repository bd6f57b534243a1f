/** Kinds of characters, by their code; letters are the code of the letter in lower case. */
export const OTHER = 0;
export const DIGIT = 1;
export const AT = 2;
export const THAI = 3;

/** Beyond it are no letters of the languages that are looked at. */
const LAST = 0x1fff;

const KINDS = kindsOfCharacters();

/** What a character is; anything above `THAI` is a letter of a script that puts spaces between words. */
export const kindOf = (code: number): number => (code > LAST ? kindOfRare(code) : (KINDS[code] as number));

/** Digits of full width count as digits; other characters beyond the table part words. */
const kindOfRare = (code: number): number => (code >= 0xff10 && code <= 0xff19 ? DIGIT : OTHER);

function kindsOfCharacters(): Uint16Array {
  const kinds = new Uint16Array(LAST + 1);
  for (let code = 0; code <= LAST; code += 1) {
    const character = String.fromCharCode(code);
    if (/[0-9\u0660-\u0669\u06F0-\u06F9\u0E50-\u0E59]/.test(character)) kinds[code] = DIGIT;
    else if (character === '@') kinds[code] = AT;
    else if (code >= 0x0e00 && code <= 0x0e7f) kinds[code] = THAI;
    else if (/[\p{L}\p{M}]/u.test(character)) kinds[code] = inLowerCase(character);
  }
  return kinds;
}

/** Arabic letters as Urdu writes them. */
function inLowerCase(character: string): number {
  if (character === '\u064A' || character === '\u0649') return 0x06cc;
  if (character === '\u0643') return 0x06a9;
  return character.toLowerCase().charCodeAt(0);
}
