import { baselineOf, type CentreRange, type ChartPoint, chartPoint } from './counted-period.ts';
import { tamed } from './exact-mean.ts';
import { xmrLimits } from './xmr-limits.ts';

/** The power that makes times between chance events nearly normal. */
const NELSON = 3.6;

export interface TChart {
  /** The centre of the transformed times, brought back to their unit; null without points. */
  centre: number | null;
  points: ChartPoint[];
}

/**
 * Time between rare events, such as days between two never events: individuals limits of t^(1/3.6), brought back by their
 * power of 3.6 and never below 0. Longer is rarer. Fewer than two times leave no limits.
 * Source: Nelson 1994, Journal of Quality Technology 26, 162–165; Montgomery, Introduction to Statistical Quality Control, 7.3.5.
 */
export function tChart(timesBetween: readonly number[], baseline?: CentreRange): TChart {
  const times = tamed(timesBetween).map((time) => Math.max(0, time));
  const limits = xmrLimits(
    baselineOf(times, baseline).map((time) => time ** (1 / NELSON)),
    false,
  );
  const back = (value: number): number => Math.max(0, value) ** NELSON;
  return {
    centre: limits === null ? null : back(limits.centre),
    points: times.map((value) => {
      if (limits === null || limits.lower === null || limits.upper === null) {
        return { value, lower: null, upper: null, outside: null };
      }
      const { outside } = chartPoint(value ** (1 / NELSON), limits.lower, limits.upper);
      return { value, lower: back(limits.lower), upper: back(limits.upper), outside };
    }),
  };
}
