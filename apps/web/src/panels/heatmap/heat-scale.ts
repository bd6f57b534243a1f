import type { Unit } from '#metrics/vocabulary.ts';

/** Shades of the colour scale. */
export const HEAT_LEVELS = 6;

/** The least stretch a scale covers, so that chance differences do not look like day and night. */
const LEAST_STRETCH: Record<Unit, number> = { percent: 20, points: 40, minutes: 10, count: 0, score: 1, stars: 1 };

/** The ends of the colour scale for the values shown; counts begin at zero. Null without values. */
export function heatDomain(unit: Unit, values: readonly number[]): readonly [number, number] | null {
  if (values.length === 0) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (unit === 'count') return [0, Math.max(high, 1)];
  const missing = Math.max(0, LEAST_STRETCH[unit] - (high - low)) / 2;
  return [low - missing, high + missing];
}

/** The shade of a value, 0 (lightest) to 5; the upper end belongs to the darkest. */
export function heatLevel(value: number, [low, high]: readonly [number, number]): number {
  const share = high > low ? (value - low) / (high - low) : 0.5;
  return Math.max(0, Math.min(HEAT_LEVELS - 1, Math.floor(share * HEAT_LEVELS)));
}
