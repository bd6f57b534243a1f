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
  /** Where it stands across, in a scatter; other marks stand one a step. */
  along?: number;
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
  if (course === 'free') return nearestOfScatter(marks.flat(), x, y);
  const [along, over] = course === 'across' ? [x, y] : [y, x];
  const here = marks.flatMap((series) => series[Math.round(along)] ?? []).filter(({ value }) => value !== null);
  return here.sort((one, other) => Math.abs((one.value ?? 0) - over) - Math.abs((other.value ?? 0) - over))[0];
}

/** Each axis counts by how far the marks spread along it, since the two have units of their own. */
function nearestOfScatter(marks: readonly ChartMark[], x: number, y: number): ChartMark | undefined {
  const standing = marks.flatMap((mark) => (mark.value === null ? [] : [{ mark, x: mark.along ?? 0, y: mark.value }]));
  const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values) || 1;
  const [wide, high] = [spread(standing.map((one) => one.x)), spread(standing.map((one) => one.y))];
  const distance = (one: (typeof standing)[number]): number => Math.hypot((one.x - x) / wide, (one.y - y) / high);
  return standing.sort((one, other) => distance(one) - distance(other))[0]?.mark;
}
