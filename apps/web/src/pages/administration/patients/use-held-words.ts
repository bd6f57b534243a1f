import { useI18n } from 'vue-i18n';
import type { Dimension } from '#contracts/dimension.ts';
import { useFormat } from '../../../composables/use-format.ts';
import { useNames } from '../../../composables/use-names.ts';
import { useOrganisation } from '../../../composables/use-organisation.ts';
import { valueParts } from './value-parts.ts';

const DIMENSION_OF: Readonly<Record<string, Dimension>> = {
  channel: 'channel',
  language: 'language',
  kind: 'wait-kind',
  platform: 'platform',
  severity: 'severity',
  subjects: 'subject',
  touchpoint: 'touchpoint',
};
const WORDS_OF: Readonly<Record<string, string>> = {
  stage: 'words.stages',
  outcome: 'words.outcomes',
  fft: 'records.fft',
};

/** How the fields of a patient's rows are called, and what their values say, in the reader's language. */
export function useHeldWords() {
  const { t, te } = useI18n();
  const { nameOf } = useNames();
  const { date, instant, count } = useFormat();
  const { data: organisation } = useOrganisation();

  const moment = (at: string): string => instant(at, organisation.value?.timeZone);

  function codeWords(field: string, code: string): string {
    const dimension = DIMENSION_OF[field];
    if (dimension !== undefined) return nameOf(dimension, code);
    const key = `${WORDS_OF[field]}.${code}`;
    return te(key) ? t(key) : code;
  }

  function words(field: string, value: unknown): string {
    return valueParts(field, value)
      .map(({ kind, name, value: one }) => {
        if (kind === 'number') return name === undefined ? count(one) : `${nameOf('touchpoint', name)} ${count(one)}`;
        if (kind === 'instant') return moment(one);
        if (kind === 'date') return date(one);
        return kind === 'truth' ? t(one ? 'records.yes' : 'records.no') : codeWords(field, one);
      })
      .join(' · ');
  }

  return { words, moment, date };
}
