import { LANGUAGES, type Language, RIGHT_TO_LEFT } from '#domain/language.ts';

/** Locale used for dates: day before month, Buddhist years for Thai readers, Latin digits in Urdu. */
export const FORMAT_LOCALE: Record<Language, string> = {
  en: 'en-GB',
  vi: 'vi-VN',
  th: 'th-TH-u-ca-buddhist-nu-latn',
  lt: 'lt-LT',
  ur: 'ur-PK-u-nu-latn',
};

/** Locale used for numbers and units of time. */
export const NUMBER_LOCALE: Record<Language, string> = {
  en: 'en',
  vi: 'vi-VN',
  th: 'th-TH-u-nu-latn',
  lt: 'lt-LT',
  ur: 'ur-PK-u-nu-latn',
};

/** Each language by its own name. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  vi: 'Tiếng Việt',
  th: 'ไทย',
  lt: 'Lietuvių',
  ur: 'اردو',
};

export function isSpoken(tag: string): tag is Language {
  return (LANGUAGES as readonly string[]).includes(tag);
}

export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';
}

/** The language chosen before first paint (first-paint.js). */
export function documentLanguage(): Language {
  const tag = document.documentElement.lang;
  return isSpoken(tag) ? tag : 'en';
}
