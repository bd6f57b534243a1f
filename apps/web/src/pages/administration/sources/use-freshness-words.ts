import { useI18n } from 'vue-i18n';
import { DIMENSIONS } from '#contracts/dimension.ts';
import type { DeliveryExpectationDto, FreshnessFindingDto, MixShiftDto } from '#contracts/freshness.dto.ts';
import { useFormat } from '../../../composables/use-format.ts';
import { useLanguage } from '../../../composables/use-language.ts';
import { useNames } from '../../../composables/use-names.ts';
import { FORMAT_LOCALE } from '../../../i18n/language-choice.ts';

/** A Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const EVERY_DAY = 7;

/** What is expected of a source, and what was found of it, in words. */
export function useFreshnessWords() {
  const { t, te } = useI18n();
  const { count, date, day, instant } = useFormat();
  const { language } = useLanguage();
  const { nameOf } = useNames();

  function weekdayName(weekday: number, width: 'short' | 'long' = 'short'): string {
    const format = new Intl.DateTimeFormat(FORMAT_LOCALE[language.value], { weekday: width, timeZone: 'UTC' });
    return format.format(MONDAY_MS + (weekday - 1) * DAY_MS);
  }

  function rhythmWords({ rhythm, weekdays }: Pick<DeliveryExpectationDto, 'rhythm' | 'weekdays'>): string {
    const words = t(`freshness.rhythms.${rhythm}`);
    if (weekdays.length === 0 || weekdays.length === EVERY_DAY) return words;
    const days = new Intl.ListFormat(language.value, { type: 'unit', style: 'short' }).format(
      weekdays.map((weekday) => weekdayName(weekday)),
    );
    return t('freshness.onDays', { rhythm: words, days });
  }

  function findingWords({ kind, since, missed, on, rows, usual, limit, n, shift }: FreshnessFindingDto): string[] {
    if (kind === 'smaller') {
      const figures = { rows: count(rows), usual: count(usual), limit: count(limit), n: count(n) };
      return [t('freshness.found.smaller', { ...figures, day: on === null ? '' : day(on) })];
    }
    if (shift !== null) return shiftWords(shift);
    return [t(`freshness.found.${kind}`, { at: since === null ? '' : instant(since), n: count(missed) })];
  }

  function shiftWords({ aspect, week, n, nBefore, effect, value, before, now }: MixShiftDto): string[] {
    const of = { n: count(n), before: count(nBefore), effect: effect.toFixed(2) };
    const words = t('freshness.found.mixed', { ...of, aspect: t(`freshness.aspects.${aspect}`), week: date(week) });
    if (value === null) return [words];
    const moved = { value: valueName(aspect, value), before: count(before), now: count(now) };
    return [words, t('freshness.found.moved', moved)];
  }

  function valueName(aspect: string, value: string): string {
    const known = `freshness.values.${value}`;
    if (te(known)) return t(known);
    const dimension = DIMENSIONS.find((one) => one === aspect);
    return dimension === undefined ? value : nameOf(dimension, value);
  }

  return { rhythmWords, findingWords, weekdayName };
}
