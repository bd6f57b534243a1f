/** One thing a field says, told apart by how it is written. */
export type ValuePart =
  | { kind: 'number'; value: number; name?: string }
  | { kind: 'instant' | 'date' | 'text'; value: string; name?: undefined }
  | { kind: 'truth'; value: boolean; name?: undefined };

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

/** What a field says, in parts: a list has several, and scores one for each touchpoint. Words are one part, never read. */
export function valueParts(field: string, value: unknown): ValuePart[] {
  if (Array.isArray(value)) return value.flatMap((one) => valueParts(field, one));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([name, one]) =>
      typeof one === 'number' ? [{ kind: 'number' as const, value: one, name }] : [],
    );
  }
  if (typeof value === 'number') return [{ kind: 'number', value }];
  if (typeof value === 'boolean') return [{ kind: 'truth', value }];
  if (typeof value !== 'string') return [];
  if (field.endsWith('At') && INSTANT.test(value)) return [{ kind: 'instant', value }];
  return [{ kind: field.endsWith('On') && DATE.test(value) ? 'date' : 'text', value }];
}
