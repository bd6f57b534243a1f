/** What letters with marks, Thai and Urdu become when their UTF-8 is read as a Western code page and saved again. */
const TWICE_ENCODED = /[ÂÃÄÅØÙÚÛ][\u0080-\u00BF…†‡ˆ‰Š‹Œ™š›œžŸ]|à[¸¹]|á[»º]|ï¿½|\uFFFD/g;

const ENOUGH = 2;

/** True for texts that were read in a wrong encoding before they came here, which no reading can mend for certain. */
export function isGarbled(texts: readonly string[]): boolean {
  return texts.reduce((found, text) => found + (text.match(TWICE_ENCODED)?.length ?? 0), 0) >= ENOUGH;
}
