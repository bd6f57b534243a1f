import type { PreviewColumnDto } from '#contracts/imports.dto.ts';
import { type ImportMapping, type SheetMapping, spelled } from './import-mapping.ts';

type Column = Pick<PreviewColumnDto, 'name' | 'fields'>;

/** A column feeds these fields from now on, none for one that is left out; no other column feeds them any more. */
export function feeding(
  part: SheetMapping,
  columns: readonly Column[],
  column: string,
  fields: readonly string[],
): SheetMapping {
  const robbed = columns
    .filter(({ name, fields: fed }) => name !== column && fed.some((field) => fields.includes(field)))
    .map(({ name, fields: fed }) => [name, targetOf(fed.filter((field) => !fields.includes(field)))] as const);
  const constants = Object.fromEntries(
    Object.entries(part.constants ?? {}).filter(([field]) => !fields.includes(field)),
  );
  return {
    ...part,
    columns: { ...part.columns, ...Object.fromEntries(robbed), [column]: targetOf(fields) },
    ...(part.constants === undefined ? {} : { constants }),
  };
}

function targetOf(fields: readonly string[]): string | readonly string[] | null {
  const [first, ...more] = fields;
  if (first === undefined) return null;
  return more.length === 0 ? first : fields;
}

/** Every row gets this value; an empty text takes that back. */
export function withConstant(part: SheetMapping, field: string, text: string): SheetMapping {
  const { [field]: _was, ...others } = part.constants ?? {};
  return { ...part, constants: text.trim() === '' ? others : { ...others, [field]: text.trim() } };
}

/** A text of the file stands for a value, '' for "not answered"; null takes back what was said. */
export function withValue(part: SheetMapping, field: string, text: string, meaning: string | null): SheetMapping {
  const others = Object.entries(part.values?.[field] ?? {}).filter(([said]) => spelled(said) !== spelled(text));
  const said = meaning === null ? others : [...others, [text, meaning]];
  return { ...part, values: { ...part.values, [field]: Object.fromEntries(said) as Record<string, string> } };
}

/** What a text of the file was said to stand for; undefined where nobody has said. */
export function meaningOf(part: SheetMapping, field: string, text: string): string | undefined {
  return Object.entries(part.values?.[field] ?? {}).find(([said]) => spelled(said) === spelled(text))?.[1];
}

/** By which values of a column rows are ours; none where nobody has said, and all are taken. */
export const oursIn = (part: SheetMapping, column: string): readonly string[] => part.only?.[column] ?? [];

/** Rows are ours only where the column says one of these; all of them where none is named. */
export function withOurs(part: SheetMapping, column: string, values: readonly string[]): SheetMapping {
  const { [column]: _was, ...others } = part.only ?? {};
  return { ...part, only: values.length === 0 ? others : { ...others, [column]: values } };
}

export function withDateOrder(part: SheetMapping, order: 'dmy' | 'mdy'): SheetMapping {
  return { ...part, dates: { ...part.dates, order } };
}

/** Times without an offset are of this zone; null for that of each row's own site. */
export function withZone(part: SheetMapping, zone: string | null): SheetMapping {
  const { zone: _was, ...others } = part.dates ?? {};
  return { ...part, dates: zone === null ? others : { ...others, zone } };
}

export function withDecimalMark(part: SheetMapping, decimal: '.' | ','): SheetMapping {
  return { ...part, numbers: { ...part.numbers, decimal } };
}

/** Rows that name no site belong to this one; null where they all name theirs. */
export function withSite(part: SheetMapping, site: string | null): SheetMapping {
  const { site: _was, ...others } = part;
  return site === null ? others : { ...others, site };
}

/** Whether departments that nobody knows are set up as their rows come in. */
export function withNewDepartments(mapping: ImportMapping, wanted: boolean): ImportMapping {
  return { ...mapping, createDepartments: wanted };
}

/** True where an unknown department of this name is set up as its rows come in. */
export function isSetUp({ createDepartments = false }: ImportMapping, name: string): boolean {
  if (typeof createDepartments === 'boolean') return createDepartments;
  return createDepartments.some((one) => spelled(one) === spelled(name));
}

/** Whether one department is set up; each of the others, of those asked about, stays as it was decided. */
export function withNewDepartment(
  mapping: ImportMapping,
  name: string,
  wanted: boolean,
  asked: readonly string[],
): ImportMapping {
  if (isSetUp(mapping, name) === wanted) return mapping;
  const others = asked.filter((one) => spelled(one) !== spelled(name) && isSetUp(mapping, one));
  const names = wanted ? [...others, name] : others;
  return { ...mapping, createDepartments: names.length === 0 ? false : names };
}
