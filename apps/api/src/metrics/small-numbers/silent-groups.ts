import type { Dimension } from '#contracts/dimension.ts';
import type { Scope } from '../../database/scope.ts';
import { dimensionWords } from '../question/dimension-words.ts';
import type { Question } from '../question/question.ts';
import type { AnsweredTables } from './answered-tables.ts';
import type { Counter } from './counter.ts';

/**
 * The groups of a question in which anybody ever answered, whether or not somebody did in its dates. Whoever is left out
 * of an answer is known not to have answered, so it has to be known who could be.
 */
export function groupsEverAnswered(
  { by, filter, organisation }: Question,
  seen: Scope['departmentIds'],
  tables: AnsweredTables,
  views: readonly { touchpoint: number | null; counter: Counter }[],
): Record<string, string>[] {
  const kept = new Map<string, ReadonlySet<string>>(
    [...filter.others].map(([dimension, values]) => [dimension, new Set(values.map(String))]),
  );
  if (filter.departmentIds !== null) kept.set('department', new Set(filter.departmentIds));
  const visible = seen === 'all' ? null : new Set(seen);
  const siteOf = new Map(organisation.departments.map(({ id, siteId }) => [id, siteId]));
  const words = new Map(by.map((dimension) => [dimension, dimensionWords(dimension, organisation)]));
  const groups = new Map<string, Record<string, string>>();
  for (const { touchpoint, counter } of views) {
    for (const keys of tables.everAnswered(counter)) {
      const department = keys.get('department') ?? '';
      if (visible?.has(department) === false) continue;
      if ([...kept].some(([dimension, values]) => !values.has(keys.get(dimension) ?? ''))) continue;
      const storedOf = (dimension: Dimension): string | number => {
        if (dimension === 'touchpoint') return touchpoint ?? 0;
        return (dimension === 'site' ? siteOf.get(department) : keys.get(dimension)) ?? '';
      };
      const codes = Object.fromEntries(
        by.map((dimension) => [dimension, words.get(dimension)?.codeOf(storedOf(dimension)) ?? '']),
      );
      groups.set(JSON.stringify(codes), codes);
    }
  }
  return [...groups.values()];
}
