import type { Direction, Signal } from '../vocabulary.ts';
import { tamed } from './exact-mean.ts';
import { type XmrLimits, xmrLimits } from './xmr-limits.ts';
import { type XmrMark, xmrMarks } from './xmr-rules.ts';

/** Points whose mean and moving ranges give the limits, by index, both included. */
export interface XmrBaseline {
  first: number;
  last: number;
}

export interface XmrOptions {
  direction: Direction;
  /** The target, in the unit of the values; null without one. */
  target?: number | null;
  /**
   * Each holds from its first point to the next one's; the first of them from the beginning of the series. One that ends
   * before its stretch does is frozen; a second one is a rebase. Without any, all points are the baseline.
   */
  baselines?: readonly XmrBaseline[];
  /** Leaves outlying moving ranges out, once, as it is by default; the workbooks of the NHS do not. */
  screening?: boolean;
}

/** What the limits are to the target: reached every time, never, or by chance. */
export type XmrAssurance = 'consistently-passing' | 'consistently-failing' | 'hit-or-miss';

export interface XmrPoint extends XmrMark {
  value: number;
  /** The point against the better direction. */
  variation: Signal;
}

/** A stretch of points that share their limits. */
export interface XmrStretch {
  from: number;
  to: number;
  /** The points its limits were reckoned from. */
  baseline: XmrBaseline;
  limits: XmrLimits;
}

export interface XmrChart {
  points: XmrPoint[];
  stretches: XmrStretch[];
  /** The icon for variation, that of the last point; null without points. */
  variation: Signal | null;
  /** The icon for assurance; null without target, better direction or limits. */
  assurance: XmrAssurance | null;
  /** True where the last limits were reckoned from fewer than 12 points, which has to be said. */
  trial: boolean;
}

/**
 * An individuals chart as the NHS's Making Data Count draws it, for measurements without a denominator, and beside the
 * signal rule for everything else. A rebase begins anew: no trend or run reaches over it. Values are finite, oldest first,
 * without gaps.
 * Source: NHS England, Making Data Count; sides and ties as in NHS-R's "plot the dots".
 */
export function xmrChart(values: readonly number[], options: XmrOptions): XmrChart {
  const { direction, target = null, baselines = [], screening = true } = options;
  const points: XmrPoint[] = [];
  const stretches: XmrStretch[] = [];
  for (const { from, to, baseline } of stretchesOf(values.length, baselines)) {
    const limits = xmrLimits(values.slice(baseline.first, baseline.last + 1), screening);
    if (limits === null) continue;
    stretches.push({ from, to, baseline, limits });
    const own = values.slice(from, to + 1);
    xmrMarks(tamed(own), limits).forEach((mark, index) => {
      points.push({ value: own[index] ?? 0, ...mark, variation: variationOf(mark, direction) });
    });
  }
  const last = stretches.at(-1)?.limits;
  return {
    points,
    stretches,
    variation: points.at(-1)?.variation ?? null,
    assurance: last === undefined ? null : assuranceOf(last, direction, target),
    trial: last?.trial ?? false,
  };
}

/** Indexes that do not fit the series, or overlap, are brought to where they do. */
function stretchesOf(length: number, baselines: readonly XmrBaseline[]): Omit<XmrStretch, 'limits'>[] {
  const inOrder = baselines
    .map(({ first, last }) => ({ first: Math.max(0, first), last: Math.min(length - 1, last) }))
    .filter(({ first, last }) => first <= last)
    .sort((a, b) => a.first - b.first)
    .filter(({ first }, index, sorted) => first !== sorted[index - 1]?.first);
  const whole = { first: 0, last: length - 1 };
  return (inOrder.length === 0 ? [whole] : inOrder).map((baseline, index) => ({
    from: index === 0 ? 0 : baseline.first,
    to: (inOrder[index + 1]?.first ?? length) - 1,
    baseline,
  }));
}

function variationOf({ side }: XmrMark, direction: Direction): Signal {
  if (side === null) return 'common-cause';
  if (direction === 'neutral') return side;
  return (side === 'high') === (direction === 'higher') ? 'improvement' : 'concern';
}

/** A target on a limit is not beyond it: hit or miss. */
function assuranceOf({ lower, upper }: XmrLimits, direction: Direction, target: number | null): XmrAssurance | null {
  if (target === null || direction === 'neutral' || lower === null || upper === null) return null;
  if (target >= lower && target <= upper) return 'hit-or-miss';
  return target < lower === (direction === 'higher') ? 'consistently-passing' : 'consistently-failing';
}
