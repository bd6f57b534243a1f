import type { Metric } from '#metrics/metric.ts';
import type { Question } from '../question/question.ts';
import type { MetricSpans } from './metric-spans.ts';
import type { CellsRead } from './parts.ts';
import { contextOf, type Series, seriesOf } from './series.ts';
import { weekSignals, type WeekSignals } from './week-signals.ts';

/** The counts of one group, with what the signal rule says of its weeks. */
export interface CountedSeries {
  series: Series;
  signals: WeekSignals;
}

/** The groups of an answer that anybody answered in, in their order; without dimensions there is one, answered or not. */
export function countedSeries(
  metric: Metric,
  question: Question,
  dates: MetricSpans,
  cells: CellsRead,
): CountedSeries[] {
  const { periods, by } = question;
  const { now, then, weeks } = dates;
  const answered = ({ countsIn }: Series): boolean => {
    const n = (...[span, on]: Parameters<Series['countsIn']>): number =>
      metric.estimate(countsIn(span, on), contextOf(metric)).n;
    return periods.some((period, index) => {
      const earlier = then?.[index];
      return (
        n(now[index] ?? period, period.from) > 0 || (earlier !== undefined && n(earlier.span, earlier.told.from) > 0)
      );
    });
  };
  return seriesOf(metric, question, cells)
    .filter((series) => by.length === 0 || answered(series))
    .map((series) => ({ series, signals: weekSignals(metric, series, weeks, periods[0]?.from ?? '') }));
}
