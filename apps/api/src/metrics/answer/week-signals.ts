import type { Metric } from '#metrics/metric.ts';
import { SIGNAL_RULE } from '#metrics/signal-rule.ts';
import { signalSeries, type WeekSignal } from '#metrics/signal-series.ts';
import type { Span } from '../cells/span.ts';
import type { JudgedWeek } from './metric-spans.ts';
import { contextOf, type Series } from './series.ts';

/** The signal rule's verdicts on the weeks of one series that are answered for. */
export interface WeekSignals {
  /** The verdict on the week of a Monday; undefined where it was not judged. */
  of(monday: string): WeekSignal | undefined;
  /** The dates whose sums the limits tell; null where there are no limits. */
  baseline: Span | null;
  /** How many answers the marked period rests on at least; 0 where none is marked. */
  answersBehind(monday: string): number;
}

/** Of a series without weeks. */
export const UNJUDGED: WeekSignals = { of: () => undefined, baseline: null, answersBehind: () => 0 };

/**
 * Judges the weeks from `firstShown` on, with those before as history. Targets are held at the last week's: one that
 * changed on the way is not a signal.
 */
export function weekSignals(
  metric: Metric,
  series: Series,
  all: readonly JudgedWeek[],
  firstShown: string,
): WeekSignals {
  const begin = all.findIndex(({ span }) => series.has(span));
  const weeks = begin < 0 ? [] : all.slice(begin);
  const on = weeks.at(-1)?.monday;
  const from = weeks.findIndex(({ monday }) => monday >= firstShown);
  if (on === undefined || from < 0) return UNJUDGED;
  const context = contextOf(metric);
  const counted = weeks.map(({ span }) => ({ counts: series.countsIn(span, on) }));
  const verdicts = signalSeries(metric, counted, { context, from });
  const places = new Map(weeks.map(({ monday }, index) => [monday, index]));
  const verdictOf = (monday: string): WeekSignal | undefined => verdicts[(places.get(monday) ?? -1) - from];
  const baseline = verdicts.find((verdict) => verdict.baseline !== null)?.baseline;
  const [first, last] = [weeks[baseline?.first ?? -1], weeks[baseline?.last ?? -1]];
  return {
    of: verdictOf,
    baseline: first === undefined || last === undefined ? null : { from: first.span.from, to: last.span.to },
    answersBehind(monday) {
      const period = verdictOf(monday)?.period ?? 0;
      const fewest = Math.min(period, SIGNAL_RULE.fewestOfLongest);
      let answers = 0;
      let answered = 0;
      for (let index = places.get(monday) ?? -1; index >= 0 && answered < fewest; index -= 1) {
        const { n } = metric.estimate(counted[index]?.counts ?? [], context);
        answers += n;
        if (n > 0) answered += 1;
      }
      return answers;
    },
  };
}
