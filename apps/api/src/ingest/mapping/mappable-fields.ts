import { FIELDS_OF, type FactKind } from '#contracts/ingest/fact-kind.ts';
import type { RowField } from '#contracts/ingest/row-field.ts';

/** What a column can feed, by name. */
export type MappableFields = ReadonlyMap<string, RowField>;

const SCORE_PREFIX = 'scores.';

/** The fields of a kind as a flat list: scores become one field for each touchpoint, `scores.check-in` and so on. */
export function mappableFields(kind: FactKind, touchpoints: readonly string[]): MappableFields {
  const fields = new Map<string, RowField>();
  for (const [name, field] of Object.entries(FIELDS_OF[kind])) {
    if (field.type !== 'scores') fields.set(name, field);
    else {
      const { min, max } = field;
      for (const code of touchpoints) {
        fields.set(`${SCORE_PREFIX}${code}`, {
          type: 'integer',
          min,
          max,
          description: `Score of the touchpoint ${code}.`,
        });
      }
    }
  }
  return fields;
}

/** True where a row says something in a field. */
export function hasField(row: Record<string, unknown>, name: string): boolean {
  if (!name.startsWith(SCORE_PREFIX)) return row[name] !== undefined;
  return ((row.scores ?? {}) as Record<string, unknown>)[name.slice(SCORE_PREFIX.length)] !== undefined;
}

/** The touchpoint that a field scores; undefined for a field that stands in the row itself. */
export function placeOf(name: string): { scored?: string } {
  return name.startsWith(SCORE_PREFIX) ? { scored: name.slice(SCORE_PREFIX.length) } : {};
}

/** Puts a value into a row, scores under their touchpoint. */
export function putField(row: Record<string, unknown>, name: string, value: unknown): void {
  const { scored } = placeOf(name);
  if (scored === undefined) row[name] = value;
  else ((row.scores ??= {}) as Record<string, unknown>)[scored] = value;
}
