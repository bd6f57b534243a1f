import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Language } from '#domain/language.ts';
import { speak } from '../i18n/i18n.ts';
import { directionOf, isSpoken } from '../i18n/language-choice.ts';

/** The language the page speaks, and how to change it. */
export function useLanguage() {
  const { locale } = useI18n();
  const language = computed<Language>(() => (isSpoken(locale.value) ? locale.value : 'en'));

  async function choose(next: Language): Promise<void> {
    localStorage.setItem('bedside.language', next);
    await speak(next);
  }

  return { language, direction: computed(() => directionOf(language.value)), choose };
}
