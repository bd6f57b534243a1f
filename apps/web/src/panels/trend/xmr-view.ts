import { type XmrChart, type XmrBaseline, xmrChart } from '#metrics/control-charts/xmr.ts';
import type { Direction } from '#metrics/vocabulary.ts';
import type { Told } from '../../ui/told.ts';
import type { TrendSeries } from './trend.series.ts';

/** A line of a trend as an individuals chart: of the values that are told, and settled. */
export interface XmrView {
  chart: XmrChart;
  /** What each point of the chart stands for. */
  shown: Told[];
  /** How many periods shown have no value to go by: withheld, unanswered, or still running. */
  left: number;
}

/** Fewer points make no limits worth the name. */
const FEWEST = 2;

/** The second view of a line: as the NHS draws it, beginning anew where somebody marked a change. Null of too few values. */
export function xmrView({ points, baselines }: TrendSeries, direction: Direction): XmrView | null {
  const kept = points.filter(({ value, provisional }) => value !== null && !provisional);
  if (kept.length < FEWEST) return null;
  const begins = baselines.flatMap(({ change }) =>
    change === null ? [] : [kept.findIndex(({ from }) => from >= change.on)],
  );
  const starts = [0, ...new Set(begins.filter((index) => index > 0))];
  const stretches = starts.map((first, index): XmrBaseline => ({
    first,
    last: (starts[index + 1] ?? kept.length) - 1,
  }));
  return {
    chart: xmrChart(
      kept.map(({ value }) => value ?? 0),
      { direction, baselines: stretches },
    ),
    shown: kept,
    left: points.length - kept.length,
  };
}
