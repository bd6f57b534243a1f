import type { RouteLocationRaw } from 'vue-router';

/** One mark of a chart: what is said of it, and where it leads. */
export interface ChartMark {
  /** Read out when the cursor stands on it. */
  label: string;
  to: RouteLocationRaw;
  /** Where ECharts keeps it. */
  seriesIndex: number;
  dataIndex: number;
}
