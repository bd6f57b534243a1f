import type { PreviewColumnDto } from '#contracts/imports.dto.ts';

/** Columns that are read, in the order of the file, and those that are left out: who somebody is first, then the others. */
export function sortedColumns(columns: readonly PreviewColumnDto[]): {
  read: PreviewColumnDto[];
  leftOut: PreviewColumnDto[];
} {
  const leftOut = columns.filter(({ fields }) => fields.length === 0);
  return {
    read: columns.filter(({ fields }) => fields.length > 0),
    leftOut: [...leftOut.filter(({ identifies }) => identifies), ...leftOut.filter(({ identifies }) => !identifies)],
  };
}

/** Why a column is read as it is, or left out; the words are under `mapping.columns`. */
export type ColumnReason =
  'told' | 'called' | 'likely' | 'guess' | 'guessWord' | 'chosen' | 'identifies' | 'empty' | 'unneeded';

export function reasonOf({ fields, certainty, word, identifies, samples, name }: PreviewColumnDto): ColumnReason {
  if (fields.length === 0) return identifies ? 'identifies' : samples.length === 0 ? 'empty' : 'unneeded';
  if (certainty === 'chosen') return 'chosen';
  if (certainty === 'told') return word === name ? 'called' : 'told';
  if (certainty === 'likely') return word === null ? 'guess' : 'likely';
  return word === null ? 'guess' : 'guessWord';
}
