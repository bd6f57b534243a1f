import { LANGUAGES, type Language } from '#domain/language.ts';

/** What a letter says, in every language, once it knows its link and the hospital's name. */
export type LetterWords = Readonly<Record<Language, (facts: LetterFacts) => { subject: string; text: string }>>;

export interface LetterFacts {
  link: string;
  organisation: string;
}

/** The language to write to somebody in; English where they have not chosen one of ours. */
export function letterLanguage(chosen: string | null): Language {
  return LANGUAGES.find((language) => language === chosen) ?? 'en';
}
