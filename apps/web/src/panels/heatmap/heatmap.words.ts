import type { Unit } from '#metrics/vocabulary.ts';
import type { Speech } from '../../format/speech.ts';
import type { HeatGrid } from './heatmap.grid.ts';

/** The finding of a heatmap by week: which row stands out now, or how many do. Null when none does. */
export function heatTitle({ rows }: HeatGrid, metric: string, { say, metricName }: Speech): string | null {
  const marked = rows.filter(({ cells }) => (cells.at(-1)?.tone ?? 'calm') !== 'calm');
  const [row, ...others] = marked;
  if (!row) return null;
  if (others.length === 0) return say('finding.heatmap.one', { place: row.name, metric: metricName(metric) });
  return say('finding.heatmap.many', { n: marked.length, metric: metricName(metric) }, marked.length);
}

export function heatSummary(
  grid: HeatGrid,
  { metric, unit }: { metric: string; unit: Unit },
  { say, figures, metricName }: Speech,
): string {
  const values = grid.rows.flatMap(({ cells }) =>
    cells.flatMap(({ point }) => (point?.value == null ? [] : [point.value])),
  );
  return say('panels.heatmap.summary', {
    metric: metricName(metric),
    rows: grid.rows.length,
    columns: grid.columns.length,
    low: figures.value(unit, values.length > 0 ? Math.min(...values) : null),
    high: figures.value(unit, values.length > 0 ? Math.max(...values) : null),
  });
}
