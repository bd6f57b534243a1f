import { useI18n } from 'vue-i18n';
import type { Dimension } from '#contracts/dimension.ts';
import { useNames } from '../../composables/use-names.ts';
import { useSiteDates } from '../../composables/use-site-dates.ts';
import type { RecordNames } from './record-columns.ts';
import type { Facts, RecordField } from './record-fields.ts';

const DIMENSION_OF: Partial<Record<RecordField, Dimension>> = {
  department: 'department',
  channel: 'channel',
  language: 'language',
  waitKind: 'wait-kind',
  platform: 'platform',
  severity: 'severity',
  subjects: 'subject',
  collection: 'collection',
};

/** How the fields and codes of records are called. */
export function useRecordWords() {
  const { t, te } = useI18n();
  const { nameOf } = useNames();
  const { dateThere, clockThere } = useSiteDates();

  function code(field: RecordField, value: string): string {
    const dimension = DIMENSION_OF[field];
    if (dimension !== undefined) return nameOf(dimension, value);
    if (field === 'recommends') return t(value === 'true' ? 'records.yes' : 'records.no');
    const words = { fft: 'records.fft', answers: 'records.fft', stage: 'words.stages', outcome: 'words.outcomes' };
    const key = field in words ? `${words[field as keyof typeof words]}.${value}` : '';
    return te(key) ? t(key) : value;
  }

  /** When it happened has a word of its own for each kind: answered, began, received, published. */
  const heading = (facts: Facts, field: RecordField): string =>
    field === 'at' ? t(`records.when.${facts}`) : t(`records.fields.${field}`);

  const namesFor = (facts: Facts): RecordNames => ({
    heading: (field) => heading(facts, field),
    code,
    touchpoint: (touchpoint) => nameOf('touchpoint', touchpoint),
    moment: (instant, department) => `${dateThere(instant, department)} ${clockThere(instant, department)}`,
  });

  return { code, heading, namesFor };
}
