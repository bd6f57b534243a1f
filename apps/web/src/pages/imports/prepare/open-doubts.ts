import type { DoubtDto, PreviewColumnDto } from '#contracts/imports.dto.ts';
import type { ImportMapping, SheetMapping } from './import-mapping.ts';
import { isSetUp, meaningOf, oursIn } from './mapping-edit.ts';

/** Tells a doubt from every other of its file. */
export function doubtKey(sheet: string | null, { code, column, field }: DoubtDto): string {
  return JSON.stringify([sheet, code, column, field]);
}

interface Asked {
  mapping: ImportMapping;
  part: SheetMapping;
  columns: readonly PreviewColumnDto[];
}

/** Those that only tell something: nothing that people could say would change them. */
const TELLS = ['not-looked-at', 'garbled', 'no-answers'];

/** True for a doubt that is there to be read, not to be answered. */
export const onlyTells = ({ code, mustBeAnswered }: DoubtDto): boolean => TELLS.includes(code) && !mustBeAnswered;

/** True once the mapping says what a doubt asked. */
export function isAnswered(
  { code, column, field, values, mustBeAnswered }: DoubtDto,
  { mapping, part, columns }: Asked,
): boolean {
  const feeds = columns.some(({ name, fields }) => name === column && field !== null && fields.includes(field));
  const explained = values.every(({ text }) => meaningOf(part, field ?? '', text) !== undefined);
  const isPlaced = (text: string): boolean =>
    meaningOf(part, field ?? '', text) !== undefined || (field === 'department' && isSetUp(mapping, text));
  switch (code) {
    case 'date-order':
      return part.dates?.order !== undefined;
    case 'zone':
      // The clock of each row's site holds until somebody says otherwise.
      return !mustBeAnswered || part.dates?.zone !== undefined;
    case 'decimal-mark':
      return part.numbers?.decimal !== undefined;
    case 'unread-values':
    case 'two-scales':
      return !feeds || explained;
    case 'unknown-places':
      return !feeds || values.every(({ text }) => isPlaced(text));
    case 'whose-rows':
      return oursIn(part, column ?? '').length > 0;
    case 'scale':
    case 'also-likely':
      return !feeds;
    case 'nothing-feeds':
      return (
        (field !== null && (part.constants?.[field] ?? '') !== '') ||
        columns.some(({ fields }) => field !== null && fields.includes(field))
      );
    default:
      return false;
  }
}

/**
 * The doubts to show: those asked now, and those asked before that have been answered since, so that an answer stays where
 * it was given and can be changed.
 */
export function rememberedDoubts(
  before: readonly DoubtDto[],
  now: readonly DoubtDto[],
  columns: readonly PreviewColumnDto[],
): DoubtDto[] {
  const asked = new Set(now.map((doubt) => doubtKey(null, doubt)));
  const stillThere = ({ column, field }: DoubtDto): boolean =>
    column === null ||
    columns.some(
      ({ name, fields }) => name === column && (field === null ? fields.length > 0 : fields.includes(field)),
    );
  const answered = before.filter(
    (doubt) => !asked.has(doubtKey(null, doubt)) && !onlyTells(doubt) && stillThere(doubt),
  );
  const order = [...before, ...now].map((doubt) => doubtKey(null, doubt));
  return [...answered, ...now.map((doubt) => withPlacesBefore(doubt, before))].sort(
    (one, other) => order.indexOf(doubtKey(null, one)) - order.indexOf(doubtKey(null, other)),
  );
}

/** Departments that were decided one by one stay in their question, to be decided anew, while others are still open. */
function withPlacesBefore(doubt: DoubtDto, before: readonly DoubtDto[]): DoubtDto {
  if (doubt.code !== 'unknown-places') return doubt;
  const former = before.find((one) => doubtKey(null, one) === doubtKey(null, doubt))?.values ?? [];
  const known = new Set(former.map(({ text }) => text));
  return { ...doubt, values: [...former, ...doubt.values.filter(({ text }) => !known.has(text))] };
}
