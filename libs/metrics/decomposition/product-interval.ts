import type { Difference } from '../metric.ts';
import { normalTail, Z95 } from '../normal.ts';

/** One factor of a product, with its standard error. */
export interface Factor {
  value: number;
  error: number;
}

/** How the errors of two factors hang together: their covariance, or null where it is not known. */
export type Together = number | null;

/**
 * The product of two estimates with its 95 % interval by profile likelihood: the least and the greatest product of all
 * pairs that lie within z standard errors of the pair estimated (an ellipse; where their covariance is not known, the box
 * around it). The plain delta method is its straight line: it covers 90 % where a factor is uncertain and all of it where
 * both may be zero; this covers about 95 % in both. The p-value belongs to it: a product is zero if one of its factors is,
 * so it is that of the less certain one. Source: profile likelihood, Venzon and Moolgavkar 1988, doi:10.2307/2347496.
 */
export function productWithInterval(one: Factor, other: Factor, together: Together): Difference {
  const difference = one.value * other.value;
  const [low, high] = together === null ? inBox(one, other) : inEllipse(one, other, together);
  const certainty = Math.min(certaintyOf(one), certaintyOf(other));
  return {
    difference,
    low: Math.min(difference, low),
    high: Math.max(difference, high),
    pValue: Math.min(1, 2 * normalTail(certainty)),
  };
}

function certaintyOf({ value, error }: Factor): number {
  if (value === 0) return 0;
  return error > 0 ? Math.abs(value) / error : Infinity;
}

function inBox(one: Factor, other: Factor): [low: number, high: number] {
  const ends = ({ value, error }: Factor): number[] => [value - Z95 * error, value + Z95 * error];
  const corners = ends(one).flatMap((a) => ends(other).map((b) => a * b));
  return [Math.min(...corners), Math.max(...corners)];
}

/** Directions looked at before the best is refined: a product has at most two hills and two dips around an ellipse. */
const DIRECTIONS = 16;
const REFINEMENTS = 24;

function inEllipse(one: Factor, other: Factor, covariance: number): [low: number, high: number] {
  const shared = one.error > 0 ? covariance / one.error : 0;
  const own = Math.sqrt(Math.max(0, other.error ** 2 - shared ** 2));
  const productAt = (angle: number): number =>
    (one.value + Z95 * one.error * Math.cos(angle)) *
    (other.value + Z95 * (shared * Math.cos(angle) + own * Math.sin(angle)));
  return [-greatest((angle) => -productAt(angle)), greatest(productAt)];
}

function greatest(heightAt: (angle: number) => number): number {
  const step = (2 * Math.PI) / DIRECTIONS;
  let best = 0;
  let highest = -Infinity;
  for (let direction = 0; direction < DIRECTIONS; direction += 1) {
    const height = heightAt(direction * step);
    if (height <= highest) continue;
    highest = height;
    best = direction * step;
  }
  let [from, to] = [best - step, best + step];
  for (let time = 0; time < REFINEMENTS; time += 1) {
    const third = (to - from) / 3;
    if (heightAt(from + third) < heightAt(to - third)) from += third;
    else to -= third;
  }
  return heightAt((from + to) / 2);
}
