import { RIGHT_TO_LEFT, UNDETERMINED_LANGUAGE } from '#domain/language.ts';

/** Scripts written from right to left: Hebrew, Arabic and its extensions. */
const RIGHT_TO_LEFT_LETTER = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** The `lang` under which a patient's words are read aloud and set in type; undefined where nobody knows. */
export function langOf(language: string | null): string | undefined {
  return language === null || language === '' || language === UNDETERMINED_LANGUAGE || language === 'unknown'
    ? undefined
    : language;
}

/**
 * The `dir` of a patient's words. The first strong letter decides, unless the words are in a language written from right
 * to left that happens to begin with a Latin one ("CT scan کے بعد …").
 */
export function directionOfWords(language: string | null, words: string): 'rtl' | 'auto' {
  const [primary = ''] = (language ?? '').split('-');
  return RIGHT_TO_LEFT.includes(primary) && RIGHT_TO_LEFT_LETTER.test(words) ? 'rtl' : 'auto';
}

/** Whether words need taller lines than Latin ones: Nastaliq runs steeply down towards the end of each word. */
export function isTall(words: string): boolean {
  return /\p{Script=Arabic}/u.test(words);
}
