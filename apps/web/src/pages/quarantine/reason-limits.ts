import { FIELDS_OF, type FactKind } from '#contracts/ingest/fact-kind.ts';

/** What a field may hold, for a reason that is about just that: a scale, or so many characters. */
export type Limits = { min: number; max: number } | { most: number };

const OF_SCALE: readonly string[] = ['out-of-range', 'not-an-integer', 'not-a-number'];

/** The limits that a reason is about; null where it is about something else. A score has those of its scale. */
export function limitsOf({ kind, field, code }: { kind: FactKind; field: string | null; code: string }): Limits | null {
  const [name = ''] = (field ?? '').split('.', 1);
  const fields = FIELDS_OF[kind];
  const rule = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (rule === undefined) return null;
  if (OF_SCALE.includes(code) && 'min' in rule) return { min: rule.min, max: rule.max };
  return code === 'too-long' && rule.type === 'text' ? { most: rule.max } : null;
}
