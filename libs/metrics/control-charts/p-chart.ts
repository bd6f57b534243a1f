import {
  baselineOf,
  type CentreRange,
  type ChartPoint,
  chartPoint,
  type CountedShare,
  EMPTY_POINT,
} from './counted-period.ts';
import { meanMovingRange } from './xmr-limits.ts';

/** Mean moving range of standard normal values. */
const MOVING_RANGE_OF_NORMAL = 1.128;

export interface PChart {
  /** Share over the baseline, 0–1; null where nobody was counted. */
  centre: number | null;
  /** σz: how much more the shares vary than chance explains; 1 for the plain chart, null where it cannot be told. */
  spread: number | null;
  points: ChartPoint[];
}

/**
 * Shares of changing n: p̄ ∓ 3√(p̄q̄/nᵢ), within 0 and 1. For comparison only: the signal rule judges shares here.
 * Source: Montgomery, Introduction to Statistical Quality Control, 7.2.
 */
export function pChart(periods: readonly CountedShare[], baseline?: CentreRange): PChart {
  return chartOf(periods, baseline, () => 1);
}

/**
 * Laney's p′: the same limits, widened (or narrowed) by what the baseline's shares vary from one to the next over what
 * chance explains, σz = mean moving range of zᵢ = (pᵢ − p̄)/σᵢ, over 1.128. Needs two periods with replies, and a share
 * that is not 0 or 1 throughout.
 * Source: Laney 2002, Quality Engineering 14, 531–537.
 */
export function laneyPChart(periods: readonly CountedShare[], baseline?: CentreRange): PChart {
  return chartOf(periods, baseline, (chosen, centre) => {
    if (chosen.length < 2) return null;
    if (centre <= 0 || centre >= 1) return 0;
    const zs = chosen.map(({ x, n }) => (x / n - centre) / Math.sqrt(Math.max(0, centre * (1 - centre)) / n));
    return meanMovingRange(zs, false) / MOVING_RANGE_OF_NORMAL;
  });
}

function chartOf(
  periods: readonly CountedShare[],
  baseline: CentreRange | undefined,
  spreadOf: (chosen: readonly CountedShare[], centre: number) => number | null,
): PChart {
  const chosen = baselineOf(periods, baseline).filter(({ n }) => n > 0);
  const replies = chosen.reduce((sum, { n }) => sum + n, 0);
  if (!(replies > 0)) {
    return {
      centre: null,
      spread: null,
      points: periods.map(({ x, n }) => ({ ...EMPTY_POINT, value: n > 0 ? x / n : null })),
    };
  }
  const centre = chosen.reduce((sum, { x }) => sum + x, 0) / replies;
  const spread = spreadOf(chosen, centre);
  const points = periods.map(({ x, n }): ChartPoint => {
    if (!(n > 0)) return EMPTY_POINT;
    if (spread === null) return { ...EMPTY_POINT, value: x / n };
    const reach = 3 * spread * Math.sqrt(Math.max(0, centre * (1 - centre)) / n);
    return chartPoint(x / n, Math.max(0, centre - reach), Math.min(1, centre + reach));
  });
  return { centre, spread, points };
}
