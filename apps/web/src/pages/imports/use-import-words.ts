import { useI18n } from 'vue-i18n';
import { useFormat } from '../../composables/use-format.ts';
import { useLanguage } from '../../composables/use-language.ts';
import { useNames } from '../../composables/use-names.ts';
import { sizeText } from '../../format/byte-figures.ts';
import { NUMBER_LOCALE } from '../../i18n/language-choice.ts';
import { roundedTime } from './progress/import-progress.ts';

const SCORE = 'scores.';

/** Sizes, times and fields in the words of the pages of importing. */
export function useImportWords() {
  const { t, te } = useI18n();
  const { language, direction } = useLanguage();
  const { nameOf } = useNames();
  const { count } = useFormat();
  const isolated = (text: string): string => (direction.value === 'rtl' ? `\u2068${text}\u2069` : text);

  function time(seconds: number): string {
    const { value, unit } = roundedTime(seconds);
    const format = { style: 'unit', unit, unitDisplay: 'long' } as const;
    return isolated(new Intl.NumberFormat(NUMBER_LOCALE[language.value], format).format(value));
  }

  function fieldName(field: string): string {
    if (field.startsWith(SCORE)) {
      return t('mapping.score', { touchpoint: nameOf('touchpoint', field.slice(SCORE.length)) });
    }
    return te(`mapping.fields.${field}`) ? t(`mapping.fields.${field}`) : field;
  }

  return {
    /** A name out of a file, kept together in a sentence of another direction. */
    named: isolated,
    count,
    time,
    fieldName,
    size: (bytes: number) => isolated(sizeText(bytes, NUMBER_LOCALE[language.value])),
    percent: (share: number) => {
      const format = { style: 'percent', maximumFractionDigits: 0 } as const;
      return isolated(
        new Intl.NumberFormat(NUMBER_LOCALE[language.value], format).format(Math.floor(share * 100) / 100),
      );
    },
  };
}
