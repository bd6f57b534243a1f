import type { Random } from '../chance/random.ts';

/** The minutes a text speaks of: a multiple of ten from 20 to 90, which every language here counts without inflection. */
export function spokenMinutes(random: Random): number {
  return random.between(2, 9) * 10;
}

/** Sentences as one text with one number of minutes. Each is whole in its table, so a space between them is all it takes. */
export function textOf(sentences: readonly string[], minutes: number): string {
  return sentences.join(' ').replaceAll('{minutes}', String(minutes));
}
