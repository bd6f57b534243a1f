import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import type { Dimension } from '#contracts/dimension.ts';
import { useLanguage } from './use-language.ts';
import { useOrganisation } from './use-organisation.ts';
import { type Naming, nameOfCode } from '../format/naming.ts';

/** Names of codes as people say them: the organisation's own where it has given one, else the language's. */
export function useNames() {
  const { t, te } = useI18n();
  const { language } = useLanguage();
  const { data: organisation } = useOrganisation();

  const naming = computed<Naming>(() => ({
    organisation: organisation.value,
    language: language.value,
    word: (key) => (te(key) ? t(key) : undefined),
  }));

  return {
    nameOf: (dimension: Dimension, code: string) => nameOfCode(naming.value, dimension, code),
    metricName: (code: string) => naming.value.word(`words.metrics.${code}`) ?? code,
    dimensionName: (dimension: Dimension) => naming.value.word(`words.dimensions.${dimension}`) ?? dimension,
  };
}
