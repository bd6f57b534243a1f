import type { Dimension } from '#contracts/dimension.ts';
import type { Mark } from './fact-list.ts';
import type { Statement } from './statement.ts';

/** Where a fact holds a dimension, and its type. Site and department are the list's own; scores hold touchpoints. */
const FACT_KEYS: Record<Exclude<Dimension, 'site' | 'department' | 'touchpoint'>, { column: string; type: string }> = {
  channel: { column: 'f.channel', type: 'smallint[]' },
  language: { column: 'f.language', type: 'text[]' },
  'wait-kind': { column: 'f.kind', type: 'smallint[]' },
  platform: { column: 'f.platform', type: 'smallint[]' },
  // Counted under its main subject.
  subject: { column: 'coalesce(f.subjects[1], 0)', type: 'smallint[]' },
  severity: { column: 'f.severity', type: 'smallint[]' },
  collection: { column: 'f.collection', type: 'smallint[]' },
};

/** The conditions of the mark's filter, apart from place and touchpoint. */
export function dimensionConditions({ filter }: Mark, statement: Statement): string[] {
  return [...filter.others].map(([dimension, kept]) => {
    const { column, type } = FACT_KEYS[dimension];
    return `${column} = any (${statement.value([...kept], type)})`;
  });
}

/** The condition that a date of the fact lies in the span. */
export function dateCondition(column: string, { from, to }: Pick<Mark, 'from' | 'to'>, statement: Statement): string {
  return `${column} >= ${statement.value(from, 'date')} and ${column} < ${statement.value(to, 'date')}`;
}
