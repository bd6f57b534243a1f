import type { Dimension } from '#contracts/dimension.ts';
import type { DimensionWords } from '../question/dimension-words.ts';

/** In the order in which the dimensions list their codes; what they do not list comes last. */
export function inOrder(
  a: Record<string, string>,
  b: Record<string, string>,
  words: readonly (readonly [Dimension, DimensionWords])[],
): number {
  for (const [dimension, { codes }] of words) {
    const [left, right] = [a[dimension] ?? '', b[dimension] ?? ''];
    if (left === right) continue;
    const place = (code: string): number => (codes.includes(code) ? codes.indexOf(code) : codes.length);
    return place(left) - place(right) || (left < right ? -1 : 1);
  }
  return 0;
}
