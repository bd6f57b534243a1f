/** The row a key leads to in a list of `length` rows: j and k as people who sort things know them, or arrows; null for any other key. */
export function rowForKey(key: string, current: number, length: number): number | null {
  if (length === 0) return null;
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[key];
  if (step === undefined) return null;
  return Math.min(Math.max(current + step, 0), length - 1);
}
