import { BadRequestException } from '@nestjs/common';

/** What a reader calls a thing of a kind, like `department` and `ward-4b`; its code where they have no word for it. */
export type ReaderWords = (kind: string, code: string) => string;

const MOST = 5_000;
const LONGEST = 200;

/** Takes the words a reader's page sends along, or refuses with what is wrong with them. */
export function readerWords(given: Readonly<Record<string, unknown>>): ReaderWords {
  const entries = Object.entries(given);
  if (entries.length > MOST) throw new BadRequestException(`words may hold at most ${MOST} words`);
  const words = new Map<string, string>();
  for (const [key, word] of entries) {
    if (typeof word !== 'string' || word.length > LONGEST) {
      throw new BadRequestException(`each of words must be a text of at most ${LONGEST} characters`);
    }
    words.set(key, word);
  }
  return (kind, code) => words.get(`${kind}/${code}`) ?? code;
}
