import { computed } from 'vue';
import type { Unit } from '#metrics/vocabulary.ts';
import { type Dates, datesFor } from '../format/dates.ts';
import { type Figures, figuresFor } from '../format/figures.ts';
import { FORMAT_LOCALE, NUMBER_LOCALE } from '../i18n/language-choice.ts';
import { useLanguage } from './use-language.ts';

/** Numbers and dates as the language spoken writes them. */
export function useFormat() {
  const { language, direction } = useLanguage();
  const figures = computed<Figures>(() => figuresFor(NUMBER_LOCALE[language.value], direction.value === 'rtl'));
  const dates = computed<Dates>(() => datesFor(FORMAT_LOCALE[language.value]));

  return {
    figures,
    dates,
    value: (unit: Unit, value: number | null) => figures.value.value(unit, value),
    count: (value: number | null) => figures.value.count(value),
    date: (date: string) => dates.value.date(date),
    day: (date: string) => dates.value.day(date),
    instant: (instant: string, timeZone?: string) => dates.value.instant(instant, timeZone),
  };
}
