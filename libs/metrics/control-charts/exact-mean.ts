/** No measurement is larger; beyond it sums and differences would no longer be numbers. */
const LARGEST = 1e300;

/** Nor is one smaller, except none: below it numbers run out of digits. */
const SMALLEST = 1 / LARGEST;

/** The values as they are reckoned with: sizes beyond 1e300 are read as 1e300, so that nothing overflows. */
export function tamed(values: readonly number[]): number[] {
  return values.map((value) => Math.max(-LARGEST, Math.min(LARGEST, value)));
}

/**
 * Mean of at least one value; 0 of none. Of equal values it is that value itself, to the last bit: a point that lies on the
 * centre must not seem to lie beside it.
 */
export function exactMean(values: readonly number[]): number {
  const [first = 0] = values;
  return first + values.reduce((sum, value) => sum + (value / values.length - first / values.length), 0);
}

/**
 * How far apart two numbers of a series may lie and still be the same number written twice: what rounding leaves when
 * limits are reckoned from values of that size.
 */
export function roundingOf(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0) * 1e-12 + SMALLEST;
}
