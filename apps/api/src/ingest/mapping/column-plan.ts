import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Mapping } from './mapping.ts';
import type { MappableFields } from './mappable-fields.ts';
import { MappingRefused } from './mapping-refused.ts';
import { noSuchName, plainName } from './nearest-name.ts';

/** One column feeding one field. */
export interface Feed {
  /** Position of the column, from 0. */
  index: number;
  column: string;
  field: string;
}

export interface ColumnPlan {
  feeds: readonly Feed[];
  /** Columns that feed nothing: what they hold is dropped as the file is read. */
  leftOut: readonly string[];
}

/** Other names under which exports carry a field. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([['id', 'externalId']]);

/**
 * Decides which column feeds which field: what the mapping names, then every other column that is called like a field
 * which nothing feeds yet. Throws `MappingRefused` for a column or field that does not exist, a field fed twice, and a
 * required field fed by nothing.
 */
export function planColumns(
  columns: readonly string[],
  mapping: Mapping,
  kind: FactKind,
  fields: MappableFields,
): ColumnPlan {
  const names = [...fields.keys()];
  const fedBy = new Map<string, Feed>();
  const constants = mapping.constants ?? {};

  const feed = (index: number, field: string): void => {
    const column = columns[index] ?? '';
    const other = fedBy.get(field);
    if (other !== undefined) {
      throw new MappingRefused(
        `The columns ${other.column} and ${column} both feed ${field}. Leave one of them out (on the command line: --map "${column}=").`,
      );
    }
    fedBy.set(field, { index, column, field });
  };

  for (const field of Object.keys(constants)) {
    if (!fields.has(field)) throw new MappingRefused(noSuchName(`field of ${kind} called`, field, names));
  }
  if (mapping.site !== undefined && !fields.has('site')) {
    throw new MappingRefused(`${kind} have no site of their own: leave the site out.`);
  }
  const named = new Set<number>();
  for (const [column, target] of Object.entries(mapping.columns ?? {})) {
    const index = columnIndex(columns, column);
    named.add(index);
    for (const field of target === null ? [] : typeof target === 'string' ? [target] : target) {
      if (!fields.has(field)) throw new MappingRefused(noSuchName(`field of ${kind} called`, field, names));
      if (field in constants) {
        throw new MappingRefused(
          `${field} is both set to one value for all rows and fed by the column ${column}. Keep one of the two.`,
        );
      }
      feed(index, field);
    }
  }

  const explicit = new Set([...fedBy.keys(), ...Object.keys(constants)]);
  const fieldByPlainName = new Map(names.map((name) => [plainName(name), name]));
  columns.forEach((column, index) => {
    const plain = plainName(column);
    const field = fieldByPlainName.get(plain) ?? OTHER_NAMES.get(plain);
    if (!named.has(index) && field !== undefined && fields.has(field) && !explicit.has(field)) feed(index, field);
  });

  for (const [name, field] of fields) {
    if (field.required && !fedBy.has(name) && !(name in constants)) {
      throw new MappingRefused(
        `No column feeds ${name} (${field.description.replace(/\.$/, '')}), which ${kind} need. Name the column, or one ` +
          `value for all rows (on the command line: --map COLUMN=${name}, or --set ${name}=VALUE). Columns of the file: ${columns.join(', ')}.`,
      );
    }
  }
  const mustBeFed = [
    ...Object.keys(mapping.values ?? {}),
    ...(mapping.onlyWith === undefined ? [] : [mapping.onlyWith]),
  ];
  for (const field of mustBeFed) {
    if (!fields.has(field)) throw new MappingRefused(noSuchName(`field of ${kind} called`, field, names));
    if (!fedBy.has(field))
      throw new MappingRefused(
        `${field} is spoken of, but no column feeds it. Name the column (on the command line: --map COLUMN=${field}).`,
      );
  }
  const feeds = [...fedBy.values()].sort((one, other) => one.index - other.index);
  const fed = new Set(feeds.map(({ index }) => index));
  return { feeds, leftOut: columns.filter((_, index) => !fed.has(index)) };
}

/** Where a column stands, by its name or one that only differs in case and marks. Throws `MappingRefused`. */
export function columnIndex(columns: readonly string[], name: string): number {
  const exact = columns.indexOf(name);
  if (exact >= 0) return exact;
  const alike = columns.flatMap((column, index) => (plainName(column) === plainName(name) ? [index] : []));
  const [only] = alike;
  if (only === undefined || alike.length > 1) throw new MappingRefused(noSuchName('column', name, columns));
  return only;
}
