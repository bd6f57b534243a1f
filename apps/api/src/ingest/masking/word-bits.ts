import { kindOf } from './characters.ts';

/** 32 KiB, of which few bits are set: hardly any word is taken for one of them by chance. */
const BITS = 1 << 18;

/** Tells words that may be among some from those that certainly are not, by a hash that grows letter by letter. */
export class WordBits {
  private readonly bits = new Uint8Array(BITS >> 3);

  constructor(words: readonly string[]) {
    for (const word of words) {
      const hash = hashOf(word) & (BITS - 1);
      this.bits[hash >> 3] = (this.bits[hash >> 3] ?? 0) | (1 << (hash & 7));
    }
  }

  mayHave(hash: number): boolean {
    const bit = hash & (BITS - 1);
    return ((this.bits[bit >> 3] as number) & (1 << (bit & 7))) !== 0;
  }
}

/** The hash of a word with one more letter. */
export const hashWith = (hash: number, letter: number): number => Math.imul(hash, 31) + letter;

function hashOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index += 1) hash = hashWith(hash, kindOf(word.charCodeAt(index)));
  return hash;
}

/** What is left of a word: its last three letters. */
export const tailWith = (tail: number, letter: number): number => ((tail << 9) ^ letter) & 0x7ffffff;

export function tailOf(word: string): number {
  let tail = 0;
  for (let index = 0; index < word.length; index += 1) tail = tailWith(tail, kindOf(word.charCodeAt(index)));
  return tail;
}
