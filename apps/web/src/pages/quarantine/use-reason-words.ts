import { useI18n } from 'vue-i18n';
import { useImportWords } from '../imports/use-import-words.ts';

/** Reasons in the reader's language; one that has no words of its own is told as the importer told it. */
export function useReasonWords() {
  const { t, te } = useI18n();
  const { fieldName } = useImportWords();
  return {
    fieldOf: (field: string | null): string => (field === null ? t('quarantine.wholeRow') : fieldName(field)),
    reasonOf: ({ code, message }: { code: string; message: string }): string =>
      te(`quarantine.codes.${code}`) ? t(`quarantine.codes.${code}`) : message,
  };
}
