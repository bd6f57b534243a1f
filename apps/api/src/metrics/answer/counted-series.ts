import type { Metric } from '#metrics/metric.ts';
import { slotsOf } from '../cells/metric-slots.ts';
import { cellName } from '../question/cell-name.ts';
import { dimensionWords } from '../question/dimension-words.ts';
import type { CellBaseline } from '../question/organisation-view.ts';
import type { Question } from '../question/question.ts';
import { inOrder } from './group-order.ts';
import type { MetricSpans } from './metric-spans.ts';
import type { CellsRead } from './parts.ts';
import { type Series, seriesOf } from './series.ts';
import { UNJUDGED, weekSignals, type WeekSignals } from './week-signals.ts';

/** The counts of one group, with what the signal rule says of its weeks. */
export interface CountedSeries {
  series: Series;
  signals: WeekSignals;
}

/** The groups of an answer in their order; without dimensions there is one, answered or not. */
export function countedSeries(
  metric: Metric,
  question: Question,
  { weeks }: MetricSpans,
  cells: CellsRead,
): CountedSeries[] {
  const firstShown = question.periods[0]?.from ?? '';
  const given = question.organisation.baselines.filter((baseline) => baseline.metric === metric.code);
  return seriesOf(metric, question, cells).map((series) => ({
    series,
    signals: weekSignals(metric, series, weeks, firstShown, ofCell(given, question, series.by)),
  }));
}

function ofCell(
  given: readonly CellBaseline[],
  { where }: Question,
  by: Record<string, string>,
): readonly CellBaseline[] {
  if (given.length === 0) return given;
  const name = cellName(where, by);
  return given.filter(({ cell }) => cell === name);
}

/** The same along with groups of which nothing was read. */
export function withSilent(
  metric: Metric,
  { by, organisation }: Question,
  all: readonly CountedSeries[],
  groups: readonly Record<string, string>[],
): readonly CountedSeries[] {
  const named = new Set(all.map(({ series }) => JSON.stringify(series.by)));
  const nothing = slotsOf(metric).map(() => 0);
  const silent = groups
    .filter((codes) => !named.has(JSON.stringify(codes)))
    .map((codes) => ({
      series: { by: codes, countsIn: () => nothing, has: () => false },
      signals: UNJUDGED,
    }));
  if (silent.length === 0) return all;
  const words = by.map((dimension) => [dimension, dimensionWords(dimension, organisation)] as const);
  return [...all, ...silent].sort((a, b) => inOrder(a.series.by, b.series.by, words));
}
