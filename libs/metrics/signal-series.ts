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
  /** The baseline, whose sums the limits tell; null without limits. */
  baseline: UsedBaseline | null;
}

/** Weeks by index, both included. */
export interface WeekRange {
  first: number;
  last: number;
}

/** The weeks a judgement rests on, and what the signal rule reads from them. */
export interface UsedBaseline extends WeekRange {
  reading: SignalBaseline;
}

/** Weeks from an index to the next stretch's; no period reaches over its beginning. */
export interface SeriesStretch {
  begins: number;
  /** The weeks somebody made its baseline; null where its first weeks are. */
  baseline: WeekRange | null;
}

const UNJUDGED: WeekSignal = { signal: null, period: null, limits: null, baseline: null };

export interface SeriesOptions {
  /** One context for the whole series: a target that changed on the way would look like a signal. */
  context?: MetricContext;
  /** Index of the first week to answer for; those before only serve as history. */
  from?: number;
  /** Where baselines begin anew, and which a person chose, in order; without any the whole series is one stretch. */
  stretches?: readonly SeriesStretch[];
}

const WHOLE: readonly SeriesStretch[] = [{ begins: 0, baseline: null }];

/**
 * Judges each week of a series by the signal rule. Give the whole history, not only the weeks on screen. Where nobody chose
 * a baseline, it is the first weeks with replies, 52 of them, or, while there are fewer than 65, all but the last 13 and
 * never fewer than 12. Weeks without replies are passed over, and so are weeks before a baseline that was chosen.
 */
export function signalSeries(metric: Metric, weeks: readonly SeriesWeek[], options: SeriesOptions = {}): WeekSignal[] {
  const { context = {}, from = 0, stretches = WHOLE } = options;
  return stretches
    .flatMap(({ begins, baseline }, index) => {
      const start = index === 0 ? 0 : begins;
      const own = weeks.slice(start, stretches[index + 1]?.begins);
      const chosen = baseline && { first: baseline.first - start, last: baseline.last - start };
      return judgeStretch(metric, own, { context, from: from - start, chosen }).map((week) => moved(week, start));
    })
    .slice(from);
}

function moved(week: WeekSignal, by: number): WeekSignal {
  const { baseline } = week;
  if (by === 0 || baseline === null) return week;
  return { ...week, baseline: { ...baseline, first: baseline.first + by, last: baseline.last + by } };
}

interface StretchOptions {
  context: MetricContext;
  from: number;
  chosen: WeekRange | null;
}

function judgeStretch(
  metric: Metric,
  weeks: readonly SeriesWeek[],
  { context, from, chosen }: StretchOptions,
): WeekSignal[] {
  const read = readSeries(metric, weeks, context, chosen);
  const after: SignalCounts[] = [];
  return weeks.map((week, index): WeekSignal => {
    const counted = week.running === true ? undefined : read?.counts[index];
    if (read === null || counted === undefined || counted.n === 0) return UNJUDGED;
    const judged = index > read.used.last;
    if (judged) after.push(counted);
    if (index < from) return UNJUDGED;
    const { used, inUnit } = read;
    const baseline = used.reading;
    const { lower, upper } = limitsOf(baseline, counted.n, 1);
    const limits = {
      lower: lower === null ? null : inUnit(lower),
      centre: inUnit(baseline.share),
      upper: upper === null ? null : inUnit(upper),
    };
    const verdict = judged ? verdictOf(baseline, after, metric.direction) : { signal: null, period: null };
    return { ...verdict, limits, baseline: used };
  });
}

interface ReadSeries {
  counts: SignalCounts[];
  used: UsedBaseline;
  inUnit(share: number): number;
}

function readSeries(
  metric: Metric,
  weeks: readonly SeriesWeek[],
  context: MetricContext,
  chosen: WeekRange | null,
): ReadSeries | null {
  // The number of replies does not depend on the baseline, so any reading tells which weeks have some.
  const anyReading = metric.signal?.(sumOf(weeks.map(({ counts }) => counts)), context);
  if (anyReading === undefined || anyReading === null) return null;
  const answered = [...weeks.entries()].filter(
    ([, { counts, running }]) => running !== true && anyReading.read(counts).n > 0,
  );
  const places = answered.map(([index]) => index);
  const range = chosen ?? proposedOf(places);
  if (range === null) return null;
  const within = answered
    .filter(([index]) => index >= range.first && index <= range.last)
    .map(([, { counts }]) => counts);
  const reading = metric.signal?.(sumOf(within), context);
  if (reading === undefined || reading === null) return null;
  const baseline = baselineOf(
    within.map((counts) => reading.read(counts)),
    reading.halfBelievedAt,
  );
  if (baseline === null) return null;
  return {
    counts: weeks.map(({ counts }) => reading.read(counts)),
    used: { ...range, reading: baseline },
    inUnit: (share) => reading.inUnit(share),
  };
}

/** The baseline while nobody chose one, of the weeks with replies. */
function proposedOf(answered: readonly number[]): WeekRange | null {
  const { fewestWeeks, mostWeeks, periods } = SIGNAL_RULE;
  const length = Math.min(mostWeeks, Math.max(fewestWeeks, answered.length - Math.max(...periods)));
  const [first, last] = [answered[0], answered[length - 1]];
  return first === undefined || last === undefined ? null : { first, last };
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
    for (let slot = 0; slot < counts.length; slot += 1) sum[slot] = (sum[slot] ?? 0) + (counts[slot] ?? 0);
  }
  return sum;
}
