import { useI18n } from 'vue-i18n';
import type { TargetFieldDto } from '#contracts/imports.dto.ts';
import { useFormat } from '../../../composables/use-format.ts';

/** Where the names of a field's codes are. */
const WORDS: Readonly<Record<string, string>> = {
  channel: 'words.channels',
  fft: 'records.fft',
  kind: 'words.wait-kinds',
  outcome: 'words.outcomes',
  platform: 'words.platforms',
  severity: 'words.severities',
  subjects: 'words.subjects',
  stage: 'words.stages',
};

/** More numbers than this are typed, not chosen. */
const MOST_CHOICES = 12;

/** What a text can stand for in a field: a list where there is one, null where it has to be typed. */
export function useValueOptions() {
  const { t, te } = useI18n();
  const { count } = useFormat();
  const nameOf = (field: string, code: string): string => {
    const key = `${WORDS[field] ?? ''}.${code}`;
    return te(key) ? t(key) : code;
  };

  function optionsOf({ name, type, codes, min, max }: TargetFieldDto): { value: string; label: string }[] | null {
    if (codes.length > 0) return codes.map((code) => ({ value: code, label: nameOf(name, code) }));
    if (type === 'boolean') {
      return [
        { value: 'yes', label: t('records.yes') },
        { value: 'no', label: t('records.no') },
      ];
    }
    if (type !== 'integer' || min === null || max === null || max - min >= MOST_CHOICES) return null;
    return Array.from({ length: max - min + 1 }, (_, step) => ({
      value: String(min + step),
      label: count(min + step),
    }));
  }

  return {
    optionsOf,
    /** What a text was said to stand for, in words. */
    meaningName: (field: TargetFieldDto, meaning: string): string =>
      meaning === ''
        ? t('mapping.questions.values.notAnswered')
        : (optionsOf(field)?.find(({ value }) => value === meaning)?.label ?? meaning),
  };
}
