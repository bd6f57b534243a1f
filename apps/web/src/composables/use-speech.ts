import { computed, type ComputedRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Speech } from '../format/speech.ts';
import { useFormat } from './use-format.ts';
import { useLanguage } from './use-language.ts';
import { useNames } from './use-names.ts';

/** The speech of the language spoken; changes when the language or the organisation's names do. */
export function useSpeech(): ComputedRef<Speech> {
  const { t } = useI18n();
  const { direction } = useLanguage();
  const { figures, dates } = useFormat();
  const { nameOf, metricName } = useNames();

  return computed(() => ({
    say: (key, named = {}, plural) => (plural === undefined ? t(key, named) : t(key, named, plural)),
    figures: figures.value,
    dates: dates.value,
    metricName,
    nameOf,
    rightToLeft: direction.value === 'rtl',
  }));
}
