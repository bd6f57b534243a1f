import type { Dimension } from '#contracts/dimension.ts';
import type { Scope } from '../../database/scope.ts';
import { dimensionWords } from '../question/dimension-words.ts';
import type { Question } from '../question/question.ts';
import type { Region } from './answered-universe.ts';

/** What a group of an answer is made of: the filter of the question, narrowed to the group and to what the asker may see. */
export function regionOf(
  { filter, organisation }: Question,
  seen: Scope['departmentIds'],
  by: Record<string, string>,
): Region {
  let departments = filter.departmentIds === null ? null : new Set(filter.departmentIds);
  const narrow = (ids: readonly string[]): void => {
    const kept = departments;
    departments = new Set(kept === null ? ids : ids.filter((id) => kept.has(id)));
  };
  if (seen !== 'all') narrow(seen);
  const others = new Map<string, ReadonlySet<string>>(
    [...filter.others].map(([dimension, kept]) => [dimension, new Set(kept.map(String))]),
  );
  if (filter.touchpoints !== null) others.set('touchpoint', new Set(filter.touchpoints.map(String)));
  for (const [dimension, code] of Object.entries(by) as [Dimension, string][]) {
    const kept = (dimensionWords(dimension, organisation).kept(code) ?? [code]).map(String);
    // A department is told by itself, without those below it.
    if (dimension === 'department')
      narrow(organisation.departments.filter((one) => one.code === code).map(({ id }) => id));
    else if (dimension === 'site') narrow(kept);
    else others.set(dimension, new Set(kept));
  }
  return { departments, others };
}
