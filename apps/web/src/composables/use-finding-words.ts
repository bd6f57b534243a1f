import { useI18n } from 'vue-i18n';
import type { Dimension } from '#contracts/dimension.ts';
import type { FindingWords } from '../findings/finding.ts';
import { daysAfter, lastWeekEnd, type Span } from '../filters/period.ts';
import { weekOfSpan } from '../format/dates.ts';
import { useFilters } from './use-filters.ts';
import { useFormat } from './use-format.ts';
import { useLanguage } from './use-language.ts';
import { useNames } from './use-names.ts';

/** The words sentences about changes are put together from. */
export function useFindingWords() {
  const { t } = useI18n();
  const { language } = useLanguage();
  const { nameOf } = useNames();
  const { filters, today } = useFilters();
  const { dates } = useFormat();

  const words: FindingWords = {
    say: (key, named = {}) => t(key, named),
    list: (parts) => joined(parts, language.value),
    place: placeName,
  };

  function placeName(by: Record<string, string>): string {
    return Object.entries(by)
      .map(([dimension, code]) => nameOf(dimension as Dimension, code))
      .join(' · ');
  }

  /** `this week`, `in week 42`, `in the last 4 weeks`, `from … to …` */
  function whenWords(span: Span): string {
    const { period } = filters.value;
    const current = today.value !== undefined && span.to === lastWeekEnd(today.value);
    const week = weekOfSpan(span);
    if (week !== null) return current ? t('finding.when.thisWeek') : t('finding.when.week', { n: week });
    if (period.kind === 'weeks' && current) return t('finding.when.weeks', period.weeks);
    return t('finding.when.span', { from: dates.value.date(span.from), to: dates.value.date(daysAfter(span.to, -1)) });
  }

  return { words, placeName, whenWords };
}

/** Parts that hold a colon of their own are told apart by semicolons, others are listed as the language lists. */
function joined(parts: string[], language: string): string {
  if (parts.some((part) => part.includes(':'))) return parts.join(language === 'ur' ? '؛ ' : '; ');
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
}
