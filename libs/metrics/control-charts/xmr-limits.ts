import { exactMean, roundingOf, tamed } from './exact-mean.ts';

/** Below this many points limits are on trial, and a chart has to say so. */
export const FEWEST_POINTS = 12;

/** Limits lie this many mean moving ranges from the centre: three deviations, by 3/1.128. */
const LIMITS_AT = 2.66;
/** A moving range this many times their mean is not of the same process. */
const SCREENED_FROM = 3.267;

export interface XmrLimits {
  /** Mean of the baseline's points. */
  centre: number;
  /** Mean moving range, after screening; null with fewer than two points, which leave no limits either. */
  movingRange: number | null;
  lower: number | null;
  upper: number | null;
  /** Two thirds of the way to the limits. */
  lowerNear: number | null;
  upperNear: number | null;
  /** How many points they were reckoned from. */
  points: number;
  /** True below 12 points. */
  trial: boolean;
  /** Numbers no further apart than this are the same: what reckoning leaves by rounding. */
  rounding: number;
}

/**
 * Centre and limits of an individuals chart: mean ∓ 2.66 mean moving ranges, |yᵢ − yᵢ₋₁|. With screening, moving ranges of
 * 3.267 times their mean and more are left out, once. Null without points.
 * Source: NHS England, Making Data Count; its workbooks do not screen, its R package does.
 */
export function xmrLimits(values: readonly number[], screening: boolean): XmrLimits | null {
  if (values.length === 0) return null;
  const points = tamed(values);
  const centre = exactMean(points);
  const common = { centre, points: points.length, trial: points.length < FEWEST_POINTS, rounding: roundingOf(points) };
  if (points.length < 2) {
    return { ...common, movingRange: null, lower: null, upper: null, lowerNear: null, upperNear: null };
  }
  const movingRange = meanMovingRange(points, screening);
  const far = LIMITS_AT * movingRange;
  const near = (2 * far) / 3;
  return {
    ...common,
    movingRange,
    lower: centre - far,
    upper: centre + far,
    lowerNear: centre - near,
    upperNear: centre + near,
  };
}

/** Mean distance of each point from the one before it; 0 with fewer than two points. */
export function meanMovingRange(points: readonly number[], screening: boolean): number {
  const ranges = points.slice(1).map((point, index) => Math.abs(point - (points[index] ?? 0)));
  const mean = exactMean(ranges);
  if (!screening) return mean;
  const kept = ranges.filter((range) => range < SCREENED_FROM * mean);
  // Where nothing moves there is nothing to screen.
  return kept.length === 0 ? mean : exactMean(kept);
}
