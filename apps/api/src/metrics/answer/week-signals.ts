import { baselineStretches, type BaselineStretch } from '#metrics/baseline-stretches.ts';
import type { Metric } from '#metrics/metric.ts';
import { SIGNAL_RULE, type SignalBaseline } from '#metrics/signal-rule.ts';
import { type SeriesStretch, signalSeries, type WeekSignal } from '#metrics/signal-series.ts';
import type { Span } from '../cells/span.ts';
import type { CellBaseline } from '../question/organisation-view.ts';
import type { JudgedWeek } from './metric-spans.ts';
import { contextOf, type Series } from './series.ts';

/** A baseline by which weeks that are shown are judged. */
export interface JudgingBaseline {
  stretch: BaselineStretch<CellBaseline>;
  /** The dates whose sums the limits tell; null where there are no limits. */
  span: Span | null;
  reading: SignalBaseline | null;
}

/** The signal rule's verdicts on the weeks of one series that are answered for. */
export interface WeekSignals {
  /** The verdict on the week of a Monday; undefined where it was not judged. */
  of(monday: string): WeekSignal | undefined;
  /** The baselines of the weeks that are answered for, oldest first. */
  baselines: readonly JudgingBaseline[];
  /** The dates whose sums the limits of a week tell; null where it has none. */
  baselineOf(monday: string): Span | null;
  /** How many answers the marked period rests on at least; 0 where none is marked. */
  answersBehind(monday: string): number;
}

/** Of a series without weeks. */
export const UNJUDGED: WeekSignals = {
  of: () => undefined,
  baselines: [],
  baselineOf: () => null,
  answersBehind: () => 0,
};

/**
 * Judges the weeks from `firstShown` on, with those before as history, by what was said of the series' baselines. Targets
 * are held at the last week's: one that changed on the way is not a signal.
 */
export function weekSignals(
  metric: Metric,
  series: Series,
  all: readonly JudgedWeek[],
  firstShown: string,
  given: readonly CellBaseline[] = [],
): WeekSignals {
  const begin = all.findIndex(({ span }) => series.has(span));
  const weeks = begin < 0 ? [] : all.slice(begin);
  const on = weeks.at(-1)?.monday;
  const from = weeks.findIndex(({ monday }) => monday >= firstShown);
  if (on === undefined || from < 0) return UNJUDGED;
  const context = contextOf(metric);
  const counted = weeks.map(({ span }) => ({ counts: series.countsIn(span, on) }));
  const told = baselineStretches(given);
  const stretches = told.map((stretch) => placeOf(stretch, weeks));
  const verdicts = signalSeries(metric, counted, { context, from, stretches });
  const places = new Map(weeks.map(({ monday }, index) => [monday, index]));
  const verdictOf = (monday: string): WeekSignal | undefined => verdicts[(places.get(monday) ?? -1) - from];
  const baselines = told.map((stretch, index): JudgingBaseline & { first: number; end: number } => {
    const first = Math.max(from, index === 0 ? 0 : (stretches[index]?.begins ?? 0));
    const end = stretches[index + 1]?.begins ?? weeks.length;
    const used = verdicts.slice(first - from, Math.max(0, end - from)).find(({ baseline }) => baseline)?.baseline;
    return { stretch, first, end, reading: used?.reading ?? null, span: spanOf(stretch, used ?? null, weeks, all) };
  });
  return {
    of: verdictOf,
    baselines: baselines.filter(({ first, end }) => first < end),
    baselineOf(monday) {
      const place = places.get(monday) ?? -1;
      return baselines.find(({ first, end }) => place >= first && place < end)?.span ?? null;
    },
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

function placeOf({ begins, frozen }: BaselineStretch<CellBaseline>, weeks: readonly JudgedWeek[]): SeriesStretch {
  const placeFrom = (date: string): number => {
    const found = weeks.findIndex(({ monday }) => monday >= date);
    return found < 0 ? weeks.length : found;
  };
  return {
    begins: begins === null ? 0 : placeFrom(begins),
    baseline: frozen && { first: placeFrom(frozen.from), last: placeFrom(frozen.to) - 1 },
  };
}

/** The dates of the baseline in use; of a chosen one all that were chosen and read. */
function spanOf(
  { frozen }: BaselineStretch<CellBaseline>,
  used: { first: number; last: number } | null,
  weeks: readonly JudgedWeek[],
  all: readonly JudgedWeek[],
): Span | null {
  const [first, last] = [weeks[used?.first ?? -1], weeks[used?.last ?? -1]];
  if (first === undefined || last === undefined) return null;
  const earliest = all[0]?.monday ?? '';
  const from = frozen !== null && frozen.from > earliest ? frozen.from : earliest;
  return { from: frozen === null ? first.span.from : from, to: last.span.to };
}
