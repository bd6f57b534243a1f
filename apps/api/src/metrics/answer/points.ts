import type { ChangeDto, MetricPointDto } from '#contracts/metric-answer.dto.ts';
import type { CandidateChange } from '#metrics/change.ts';
import type { Estimate, Metric } from '#metrics/metric.ts';
import { type MoreReplies, moreReplies } from '#metrics/more-replies.ts';
import type { Span } from '../cells/span.ts';
import type { Question } from '../question/question.ts';
import { minimumOf } from '../small-numbers/minimum.ts';
import type { SmallNumbers } from '../small-numbers/small-numbers.ts';
import { type CountedSeries, withSilent } from './counted-series.ts';
import { disclose, type Disclosed, discloseSignal } from './disclosure.ts';
import { isWholeWeek, type MetricSpans } from './metric-spans.ts';
import { contextOf, type Series } from './series.ts';

/** A change that waits for its word. */
export interface DraftChange extends CandidateChange {
  /** What would be enough to tell it; null where one of its values is not told. */
  enough(): MoreReplies | null;
}

/** A point of an answer, and the change whose word waits for all other points. */
export interface DraftPoint {
  point: MetricPointDto;
  candidate: DraftChange | null;
}

/**
 * The points of one metric in order of period, then of group: every group has one in each period, so that charts show
 * gaps. Left out are groups in which nobody answered, if that may be told.
 */
export function draftPoints(
  metric: Metric,
  question: Question,
  spans: MetricSpans,
  all: readonly CountedSeries[],
  few: SmallNumbers,
): DraftPoint[] {
  const groups = withSilent(metric, question, all, few.everAnswered(metric))
    .map((counted) => draftSeries(metric, question, spans, counted, few))
    .filter((drafts) => question.by.length === 0 || !drafts.every(tellsOfNobody));
  return question.periods.flatMap((_, index) =>
    groups.flatMap((drafts) => {
      const draft = drafts[index];
      return draft === undefined ? [] : [draft];
    }),
  );
}

/** True where it is told that nobody answered. */
const tellsOfNobody = ({ point: { n, change } }: DraftPoint): boolean => n === 0 && (change === null || change.n === 0);

function draftSeries(
  metric: Metric,
  question: Question,
  spans: MetricSpans,
  { series, signals }: CountedSeries,
  few: SmallNumbers,
): DraftPoint[] {
  const minimum = minimumOf(metric, question.organisation);
  const tell = (estimate: Estimate, span: Span, counts: readonly number[]): Disclosed => {
    const fewest = Math.min(estimate.n, metric.alsoRestsOn?.(counts) ?? Infinity);
    return disclose(estimate, minimum, few.mayTell(metric, series.by, span), fewest);
  };
  const { minimumResponses } = question.organisation;
  return question.periods.map((period, index): DraftPoint => {
    const span = spans.now[index] ?? period;
    const counts = series.countsIn(span, period.from);
    const told = tell(metric.estimate(counts, contextOf(metric)), span, counts);
    const compared = compare(metric, spans.then?.[index], series, { counts, told: told.value }, tell);
    // Signals are told of whole weeks only.
    const verdict = isWholeWeek(period) ? signals.of(period.from) : undefined;
    const answersBehind = (): number => signals.answersBehind(period.from);
    const baseline = signals.baselineOf(period.from);
    const baselineSafe = baseline !== null && few.mayTell(metric, series.by, baseline);
    return {
      point: {
        ...period,
        by: series.by,
        ...told,
        method: metric.method,
        ...discloseSignal(verdict, told, { baselineSafe, answersBehind, minimumResponses }),
        change: compared?.change ?? null,
        provisional: false,
        expectedShare: null,
      },
      candidate: compared?.candidate ?? null,
    };
  });
}

interface Compared {
  change: ChangeDto;
  candidate: DraftChange;
}

/** The change against the earlier dates; nothing is told of a difference from, or to, a value that is withheld. */
function compare(
  metric: Metric,
  earlier: NonNullable<MetricSpans['then']>[number] | undefined,
  series: Series,
  now: { counts: readonly number[]; told: number | null },
  tell: (estimate: Estimate, span: Span, counts: readonly number[]) => Disclosed,
): Compared | null {
  if (earlier === undefined) return null;
  const context = contextOf(metric);
  const counts = series.countsIn(earlier.span, earlier.told.from);
  const estimate = metric.estimate(counts, context);
  const { value, n, withheld } = tell(estimate, earlier.span, counts);
  const change = value === null || now.told === null ? null : now.told - value;
  const difference = change === null ? null : metric.difference(now.counts, counts, context);
  return {
    change: {
      from: earlier.told.from,
      to: earlier.told.to,
      value,
      n,
      difference: change,
      low: difference?.low ?? null,
      high: difference?.high ?? null,
      method: metric.method,
      withheld,
      verdict: 'too-few',
      pValue: difference?.pValue ?? null,
      moreReplies: null,
    },
    candidate: {
      difference,
      direction: metric.direction,
      unit: metric.unit,
      enough: () => (change === null ? null : moreReplies(metric, now.counts, counts, context)),
    },
  };
}
