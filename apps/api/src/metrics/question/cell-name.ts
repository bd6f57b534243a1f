import type { Dimension, Where } from '#contracts/dimension.ts';

/**
 * The name of a cell: what is kept of each dimension, whether by a filter or by being the group of a breakdown, so that
 * a department's baseline is the same on its own page and as a line among others.
 */
export function cellName(where: Where, by: Readonly<Record<string, string>> = {}): string {
  const kept = new Map(Object.entries(where) as [string, readonly string[]][]);
  for (const [dimension, code] of Object.entries(by)) kept.set(dimension, [code]);
  const named = [...kept].sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(named.map(([dimension, codes]) => [dimension, [...new Set(codes)].sort()]));
}

/** What a cell keeps of each dimension. */
export function cellOf(name: string): Where {
  return Object.fromEntries(JSON.parse(name) as [Dimension, string[]][]);
}

/** True of a cell that is not made of these departments alone. */
export function isOfWhole(name: string, departments: ReadonlySet<string>): boolean {
  const { department } = cellOf(name);
  return department === undefined || !department.every((code) => departments.has(code));
}
