import { baselineOf, type CentreRange, type ChartPoint, chartPoint } from './counted-period.ts';
import { exactMean, tamed } from './exact-mean.ts';

export interface GChart {
  /** Mean number of cases between two events; null without points. */
  centre: number | null;
  points: ChartPoint[];
}

/**
 * Cases between rare events, such as visits between two falls: ḡ ∓ 3√(ḡ(ḡ + 1)), never below 0. More between them is
 * rarer. The lower limit is always 0: that events come more often shows as a run of low points, not as a point outside.
 * Source: Benneyan 2001, Health Care Management Science 4, 305–318.
 */
export function gChart(casesBetween: readonly number[], baseline?: CentreRange): GChart {
  const values = tamed(casesBetween);
  const chosen = baselineOf(values, baseline);
  if (chosen.length === 0) return { centre: null, points: values.map((value) => ({ ...UNLIMITED, value })) };
  const centre = Math.max(0, exactMean(chosen));
  const reach = 3 * Math.sqrt(centre) * Math.sqrt(centre + 1);
  const [lower, upper] = [Math.max(0, centre - reach), centre + reach];
  return { centre, points: values.map((value) => chartPoint(value, lower, upper)) };
}

const UNLIMITED = { lower: null, upper: null, outside: null } as const;
