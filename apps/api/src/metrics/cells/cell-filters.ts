import type { Dimension } from '#contracts/dimension.ts';
import type { Metric } from '#metrics/metric.ts';
import type { Stored } from '../question/dimension-words.ts';
import type { Filter } from '../question/filter.ts';
import type { CellsRequest } from './read-cells.ts';

/** The filters that are columns of the cells of these metrics, and what is kept. */
export function filtersOf(filter: Filter, { facts }: Metric): CellsRequest['where'] {
  const { departmentIds, touchpoints, others } = filter;
  const where = new Map<Exclude<Dimension, 'site'>, readonly Stored[]>(others);
  if (departmentIds !== null) where.set('department', departmentIds);
  if (touchpoints !== null && facts === 'complaints') where.set('touchpoint', touchpoints);
  return where;
}
