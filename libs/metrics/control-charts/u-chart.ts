import {
  baselineOf,
  type CentreRange,
  type ChartPoint,
  chartPoint,
  type CountedEvents,
  EMPTY_POINT,
} from './counted-period.ts';

export interface UChart {
  /** Events per exposure over the baseline; null where nothing was exposed. */
  centre: number | null;
  points: ChartPoint[];
}

/**
 * Counts per exposure, such as complaints per visit: ū ∓ 3√(ū/nᵢ), never below 0. Exposures may be of any unit; a period
 * without exposure has no point.
 * Source: Montgomery, Introduction to Statistical Quality Control, 7.3.
 */
export function uChart(periods: readonly CountedEvents[], baseline?: CentreRange): UChart {
  const chosen = baselineOf(periods, baseline).filter(({ exposure }) => exposure > 0);
  const exposure = chosen.reduce((sum, period) => sum + period.exposure, 0);
  const centre = exposure > 0 ? chosen.reduce((sum, { count }) => sum + count, 0) / exposure : null;
  return {
    centre,
    points: periods.map((period) => {
      if (centre === null || !(period.exposure > 0)) return EMPTY_POINT;
      const reach = 3 * Math.sqrt(Math.max(0, centre) / period.exposure);
      return chartPoint(period.count / period.exposure, Math.max(0, centre - reach), centre + reach);
    }),
  };
}
