import { useI18n } from 'vue-i18n';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { useFormat } from '../../composables/use-format.ts';
import { useImportWords } from '../imports/use-import-words.ts';
import { limitsOf } from './reason-limits.ts';

interface Reason {
  kind: FactKind;
  field: string | null;
  code: string;
  message: string;
}

/** Reasons in the reader's language, with what the field may hold; one without words is told as the importer told it. */
export function useReasonWords() {
  const { t, te } = useI18n();
  const { count } = useFormat();
  const { fieldName } = useImportWords();

  function reasonOf({ kind, field, code, message }: Reason): string {
    if (!te(`quarantine.codes.${code}`)) return message;
    const reason = t(`quarantine.codes.${code}`);
    const limits = limitsOf({ kind, field, code });
    if (limits === null) return reason;
    return 'most' in limits
      ? t('quarantine.limits.atMost', { reason, max: count(limits.most) })
      : t('quarantine.limits.between', { reason, min: count(limits.min), max: count(limits.max) });
  }

  return {
    fieldOf: (field: string | null): string => (field === null ? t('quarantine.wholeRow') : fieldName(field)),
    reasonOf,
  };
}
