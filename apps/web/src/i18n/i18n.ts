import { createI18n } from 'vue-i18n';
import { LANGUAGES, type Language } from '#domain/language.ts';
import { directionOf } from './language-choice.ts';
import type { Messages } from '../locales/messages.ts';
import { pluralRule } from './plural-rule.ts';

const LOADERS: Record<Language, () => Promise<Messages>> = {
  en: async () => (await import('../locales/en.ts')).en,
  vi: async () => (await import('../locales/vi.ts')).vi,
  th: async () => (await import('../locales/th.ts')).th,
  lt: async () => (await import('../locales/lt.ts')).lt,
  ur: async () => (await import('../locales/ur.ts')).ur,
};

export const i18n = createI18n({
  legacy: false,
  locale: 'en',
  fallbackLocale: false,
  missingWarn: import.meta.env.DEV,
  pluralRules: Object.fromEntries(LANGUAGES.map((language) => [language, pluralRule(language)])),
  messages: {},
});

/** Loads a language and turns the page to it: words, `lang`, direction. The choice is kept for the next visit. */
export async function speak(language: Language): Promise<void> {
  const { locale, setLocaleMessage, availableLocales } = i18n.global;
  if (!availableLocales.includes(language)) setLocaleMessage(language, await LOADERS[language]());
  locale.value = language;
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
