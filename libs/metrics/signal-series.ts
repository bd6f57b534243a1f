import type { Metric, MetricContext, SignalCounts } from './metric.ts';
import { baselineOf, judge, limitsOf, SIGNAL_RULE, type SignalBaseline } from './signal-rule.ts';
import type { Direction, Signal } from './vocabulary.ts';

/** One week of a series, oldest first and without gaps; a week nobody answered in has counts of 0. */
export interface SeriesWeek {
  counts: readonly number[];
  /** True for the week that is not over yet: it is never judged. */
  running?: boolean;
}

/** What the signal rule says of one week. */
export interface WeekSignal {
  /** Null where it does not judge: baseline and empty weeks, the running week, metrics that are plain counts. */
  signal: Signal | null;
  /** The period that is out of its limits, in weeks: the week itself, the last 4 or the last 13; null when none is. */
  period: number | null;
  /** Limits of this week by itself, in the metric's unit; also for the weeks of the baseline. */
  limits: { lower: number | null; centre: number; upper: number | null } | null;
  /** First and last week of the baseline, whose sums the limits tell; null without limits. */
  baseline: { first: number; last: number } | null;
}

const UNJUDGED: WeekSignal = { signal: null, period: null, limits: null, baseline: null };

export interface SeriesOptions {
  /** One context for the whole series: a target that changed on the way would look like a signal. */
  context?: MetricContext;
  /** Index of the first week to answer for; those before only serve as history. */
  from?: number;
}

/**
 * Judges each week of a series by the signal rule. Give the whole history, not only the weeks on screen: the baseline is
 * its first weeks with replies, 52 of them, or, while there are fewer than 65, all but the last 13 and never fewer than
 * 12. Weeks without replies are passed over.
 */
export function signalSeries(metric: Metric, weeks: readonly SeriesWeek[], options: SeriesOptions = {}): WeekSignal[] {
  const { context = {}, from = 0 } = options;
  const read = readSeries(metric, weeks, context);
  const after: SignalCounts[] = [];
  const answers = weeks.map((week, index): WeekSignal => {
    const counted = week.running === true ? undefined : read?.counts[index];
    if (read === null || counted === undefined || counted.n === 0) return UNJUDGED;
    const judged = index > read.weeks.last;
    if (judged) after.push(counted);
    if (index < from) return UNJUDGED;
    const { baseline, inUnit } = read;
    const { lower, upper } = limitsOf(baseline, counted.n, 1);
    const limits = {
      lower: lower === null ? null : inUnit(lower),
      centre: inUnit(baseline.share),
      upper: upper === null ? null : inUnit(upper),
    };
    const verdict = judged ? verdictOf(baseline, after, metric.direction) : { signal: null, period: null };
    return { ...verdict, limits, baseline: read.weeks };
  });
  return answers.slice(from);
}

interface ReadSeries {
  counts: SignalCounts[];
  baseline: SignalBaseline;
  /** Indexes of the first and the last week of the baseline. */
  weeks: { first: number; last: number };
  inUnit(share: number): number;
}

function readSeries(metric: Metric, weeks: readonly SeriesWeek[], context: MetricContext): ReadSeries | null {
  // The number of replies does not depend on the baseline, so any reading tells which weeks have some.
  const anyReading = metric.signal?.(sumOf(weeks.map(({ counts }) => counts)), context);
  if (anyReading === undefined || anyReading === null) return null;
  const answered = [...weeks.entries()].filter(
    ([, { counts, running }]) => running !== true && anyReading.read(counts).n > 0,
  );
  const { fewestWeeks, mostWeeks, periods } = SIGNAL_RULE;
  const length = Math.min(mostWeeks, Math.max(fewestWeeks, answered.length - Math.max(...periods)));
  const chosen = answered.slice(0, length).map(([, { counts }]) => counts);
  const reading = metric.signal?.(sumOf(chosen), context);
  if (reading === undefined || reading === null) return null;
  const baseline = baselineOf(
    chosen.map((counts) => reading.read(counts)),
    reading.halfBelievedAt,
  );
  const [first, last] = [answered[0], answered[length - 1]];
  if (baseline === null || first === undefined || last === undefined) return null;
  return {
    counts: weeks.map(({ counts }) => reading.read(counts)),
    baseline,
    weeks: { first: first[0], last: last[0] },
    inUnit: (share) => reading.inUnit(share),
  };
}

/** Judges the last of the weeks after the baseline, by itself and together with those before it. */
function verdictOf(
  baseline: SignalBaseline,
  after: readonly SignalCounts[],
  direction: Direction,
): Pick<WeekSignal, 'signal' | 'period'> {
  const { periods, fewestOfLongest } = SIGNAL_RULE;
  for (const period of periods) {
    if (after.length < Math.min(period, fewestOfLongest)) continue;
    const together = after.slice(-period);
    const n = together.reduce((sum, week) => sum + week.n, 0);
    const x = together.reduce((sum, week) => sum + week.x, 0);
    const side = judge(baseline, n, x / n, period);
    if (side !== null) return { signal: signalOf(side, direction), period };
  }
  return { signal: 'common-cause', period: null };
}

function signalOf(side: 'high' | 'low', direction: Direction): Signal {
  if (direction === 'neutral') return side;
  return (side === 'high') === (direction === 'higher') ? 'improvement' : 'concern';
}

function sumOf(weeks: readonly (readonly number[])[]): number[] {
  const sum: number[] = [];
  for (const counts of weeks) {
    for (const [slot, count] of counts.entries()) sum[slot] = (sum[slot] ?? 0) + count;
  }
  return sum;
}
