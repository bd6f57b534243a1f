import type { LimitsDto } from '#contracts/metric-answer.dto.ts';
import type { Metric } from '#metrics/metric.ts';
import { signalSeries, type WeekSignal } from '#metrics/signal-series.ts';
import type { Signal } from '#metrics/vocabulary.ts';
import { SIGNAL_RULE } from '#metrics/signal-rule.ts';
import { disclose } from './disclosure.ts';
import type { JudgedWeek } from './metric-spans.ts';
import { contextOf, type Series } from './series.ts';

/** What may be told of the signal rule's verdict on one week. */
export interface ToldSignal {
  signal: Signal | null;
  limits: LimitsDto | null;
}

/**
 * The signal rule's verdicts on the weeks of one series that are answered for, by their Monday. A week whose score is
 * withheld shows no limits (they would tell how many answered) and no signal of its own, only that of a longer period
 * that rests on enough answers. Targets are held at the last week's: one that changed on the way is not a signal.
 */
export function weekSignals(
  metric: Metric,
  series: Series,
  weeks: readonly JudgedWeek[],
  firstShown: string,
  minimumResponses: number,
): Map<string, ToldSignal> {
  const told = new Map<string, ToldSignal>();
  const on = weeks.at(-1)?.monday;
  if (on === undefined) return told;
  const counted = weeks.map(({ span }) => ({ counts: series.countsIn(span, on) }));
  const context = contextOf(metric);
  const from = Math.max(
    0,
    weeks.findIndex(({ monday }) => monday >= firstShown),
  );
  const replies = counted.map(({ counts }) => metric.estimate(counts, context).n);
  signalSeries(metric, counted, { context, from }).forEach((verdict, index) => {
    const week = from + index;
    const { monday } = weeks[week] ?? { monday: '' };
    const n = replies[week] ?? 0;
    const { withheld } = disclose({ value: null, n, low: null, high: null }, metric, minimumResponses);
    if (withheld === null) told.set(monday, { signal: verdict.signal, limits: verdict.limits });
    else if (restsOn(verdict, replies.slice(0, week + 1)) >= minimumResponses)
      told.set(monday, { signal: verdict.signal, limits: null });
  });
  return told;
}

/** How many answers the marked period rests on at least; 0 where nothing is marked or the week itself is. */
function restsOn({ period }: WeekSignal, replies: readonly number[]): number {
  if (period === null || period === 1) return 0;
  const answered = replies.filter((n) => n > 0).slice(-Math.min(period, SIGNAL_RULE.fewestOfLongest));
  return answered.reduce((sum, n) => sum + n, 0);
}
