/** The count in a slot; arrays may end early, what is missing is 0. */
export function countAt(counts: readonly number[], slot: number): number {
  return Math.max(0, counts[slot] ?? 0);
}

/** Sum of the counts in slots `from` to `to`, both inclusive. */
export function countBetween(counts: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let slot = from; slot <= to; slot += 1) sum += countAt(counts, slot);
  return sum;
}
