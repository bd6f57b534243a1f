import type { RouteLocationRaw } from 'vue-router';
import type { Told } from '../ui/told.ts';
import type { Course } from './chart-cursor.ts';

/** One mark of a chart: what is said of it, and where it leads. */
export interface ChartMark {
  /** Read out when the cursor stands on it. */
  label: string;
  /** null where the reader may not see the records. */
  to: RouteLocationRaw | null;
  /** The number it stands for, where it is a point of an answer: its computation can be opened. */
  point?: Told;
  /** Where it stands on the axis; null for a gap. */
  value: number | null;
  /** Where ECharts keeps it. */
  seriesIndex: number;
  dataIndex: number;
}

/**
 * The mark nearest to a place in the plot, given in the units of its axes: along the course the row or period it stands
 * in, across it the series whose value is nearest. Undefined beside the plot and where there is no value.
 */
export function nearestMark(
  marks: readonly (readonly ChartMark[])[],
  [x = NaN, y = NaN]: readonly number[],
  course: Course,
): ChartMark | undefined {
  const [along, over] = course === 'across' ? [x, y] : [y, x];
  const here = marks.flatMap((series) => series[Math.round(along)] ?? []).filter(({ value }) => value !== null);
  return here.sort((one, other) => Math.abs((one.value ?? 0) - over) - Math.abs((other.value ?? 0) - over))[0];
}
