/** Counts up to the last that is not 0: what is missing at the end of an array counts as 0. */
export function withoutTrailingZeros(counts: readonly number[]): number[] {
  let end = counts.length;
  while (end > 0 && (counts[end - 1] ?? 0) === 0) end -= 1;
  return counts.slice(0, end);
}

/** The same of counts that are kept as they are. */
export function dropTrailingZeros(counts: number[]): void {
  let end = counts.length;
  while (end > 0 && (counts[end - 1] ?? 0) === 0) end -= 1;
  counts.length = end;
}
