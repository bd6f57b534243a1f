import type { BaselineInUseDto } from '#contracts/baseline-in-use.dto.ts';
import type { MetricAnswerDto } from '#contracts/metric-answer.dto.ts';
import type { Unit } from '#metrics/vocabulary.ts';
import { groupsOf, keyOfGroup } from '../../findings/change.ts';
import { type Told, toldOf } from '../../ui/told.ts';

/** One line of a trend. */
export interface TrendSeries {
  metric: string;
  unit: Unit;
  by: Record<string, string>;
  /** A point for each period of the trend, in its order. */
  points: Told[];
  /** What its weeks are judged by, oldest first. */
  baselines: BaselineInUseDto[];
}

export interface Trend {
  /** The periods along the axis, as an answer writes them. */
  periods: string[];
  series: TrendSeries[];
  /** How many groups were left to the table, because only four can be told apart by colour. */
  left: number;
}

const MOST_SERIES = 4;

/**
 * The lines a trend draws: each metric and group one. Of more than four groups those are drawn whose last period is
 * marked, then those that rest on the most answers.
 */
export function trendOf(answers: readonly MetricAnswerDto[]): Trend {
  const all = answers.flatMap(({ metric, unit, points, baselines }) =>
    [...groupsOf(points)].map(([key, group]) => ({
      ...{ metric, unit, by: group[0]?.by ?? {} },
      points: group.map((point) => toldOf({ metric, unit }, point)),
      baselines: baselines.filter(({ by }) => keyOfGroup(by) === key),
    })),
  );
  const ranked = [...all].sort((one, other) => marked(other) - marked(one) || weight(other) - weight(one));
  const kept = new Set(ranked.slice(0, MOST_SERIES));
  const periods = [...new Set(answers.flatMap(({ points }) => points.map(({ at }) => at)))];
  return { periods, series: all.filter((line) => kept.has(line)), left: all.length - kept.size };
}

/** True when no point of a trend has a value: everything is withheld or unanswered. */
export function isEmptyTrend({ series }: Trend): boolean {
  return series.every(({ points }) => points.every(({ value }) => value === null));
}

/** True when there is nothing of it at all: no answer that could be told, and none that is withheld. */
export function isUnheardOf({ series }: Trend): boolean {
  return series.every(({ points }) => points.every(({ value, withheld }) => value === null && withheld === null));
}

/** How many answers a single line rests on, as far as that is told; null where nothing is, or of several lines. */
export function basisOf({ series }: Trend): number | null {
  const [only, ...others] = series;
  const n = only?.points.reduce((sum, point) => sum + (point.n ?? 0), 0) ?? 0;
  return others.length === 0 && n > 0 ? n : null;
}

function marked({ points }: TrendSeries): number {
  const signal = points.at(-1)?.signal ?? 'common-cause';
  return signal === 'common-cause' ? 0 : 1;
}

function weight({ points }: TrendSeries): number {
  return points.reduce((sum, { n }) => sum + (n ?? 0), 0);
}
