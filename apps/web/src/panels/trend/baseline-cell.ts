import type { Dimension, Where } from '#contracts/dimension.ts';

/** What a line of a trend keeps of each dimension: the filter it was asked with, narrowed to its group. */
export function cellOf(where: Where | undefined, by: Readonly<Record<string, string>>): Where {
  const group = Object.entries(by).map(([dimension, code]) => [dimension, [code]] as [Dimension, string[]]);
  return { ...where, ...Object.fromEntries(group) };
}

/** True where two cells keep the same, in whatever order. */
export function isSameCell(one: Where, other: Where): boolean {
  return nameOf(one) === nameOf(other);
}

function nameOf(cell: Where): string {
  const kept = Object.entries(cell).map(([dimension, codes]) => [dimension, [...new Set(codes)].sort()] as const);
  return JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}
