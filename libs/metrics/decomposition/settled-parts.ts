/** Parts add up to their sum within this, in the metric's unit. */
export const REMAINDER_TOLERANCE = 1e-9;

/** The same parts, with what rounding leaves of the whole given to the largest of them. */
export function settled(parts: readonly number[], whole: number): number[] {
  const result = [...parts];
  const largest = parts.reduce((best, part, index) => (Math.abs(part) > Math.abs(parts[best] ?? 0) ? index : best), 0);
  if (largest in result) result[largest] = (result[largest] ?? 0) + remainderOf(parts, whole);
  return result;
}

/** What is left of a whole after its parts. */
export function remainderOf(parts: readonly number[], whole: number): number {
  return whole - parts.reduce((sum, part) => sum + part, 0);
}
