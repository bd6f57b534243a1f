/**
 * The row a key leads to in a list of `length` rows; null for any other key, or when there is nowhere to go. Arrows stop
 * at the ends: the queue has a first thing to do, and it is not the last one.
 */
export function rowForKey(key: string, current: number, length: number): number | null {
  if (length === 0) return null;
  const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: length - 1 }[key];
  if (target === undefined) return null;
  return Math.min(Math.max(target, 0), length - 1);
}
