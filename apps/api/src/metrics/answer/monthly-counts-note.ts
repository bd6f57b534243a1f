import type { MonthlyCountsDto } from '#contracts/metric-answer.dto.ts';
import { FFT_COUNTED } from '#metrics/fft-counts.metric.ts';
import type { Metric } from '#metrics/metric.ts';
import type { Question } from '../question/question.ts';
import type { SmallNumbers } from '../small-numbers/small-numbers.ts';
import { draftPoints } from './points.ts';
import type { Gathered } from './answer-question.ts';
import { isMonthly, monthsTouched } from './whole-months.ts';

/** What a metric's answer does not show of the months it touches; null where it shows all there is. */
type MonthlyCountsNote = (metric: Metric) => MonthlyCountsDto | null;

/** True where answers to the same question may also have come in as counts. */
const mayBeCounted = ({ family }: Metric): boolean => family === 'fft' || family === 'fft-counts';

/**
 * How many answers were counted by the month where the question looks; null where monthly counts could not be among what
 * is asked for, because they know nothing of the filter's channels or languages.
 */
export function questionOfCounts(question: Question): Question | null {
  const { metrics, filter, periods } = question;
  const [first, last] = [periods[0], periods.at(-1)];
  if (!metrics.some(mayBeCounted) || first === undefined || last === undefined) return null;
  const known: readonly string[] = FFT_COUNTED.dimensions;
  if (filter.touchpoints !== null || [...filter.others.keys()].some((dimension) => !known.includes(dimension)))
    return null;
  const { from, to } = monthsTouched({ from: first.from, to: last.to });
  const months = { at: `${from}/${to}`, from, to };
  return { ...question, metrics: [FFT_COUNTED], grain: 'total', periods: [months], by: [], compare: null };
}

/** Tells it by the rule for all numbers; what is too small stays hidden, and that there is nothing is told only where it may be. */
export function monthlyCountsNote(question: Question, counts: Gathered | null, few: SmallNumbers): MonthlyCountsNote {
  const [counted] = counts?.metrics ?? [];
  if (counts === null || counted === undefined) return () => null;
  const { metric, dates, series } = counted;
  const [draft] = draftPoints(metric, counts.question, dates, series, few);
  if (draft === undefined || draft.point.n === 0) return () => null;
  const note: MonthlyCountsDto = { ...spanOf(counts.question), answers: draft.point.n };
  return (asked) => (mayBeCounted(asked) && !(isMonthly(asked) && showsMonths(question)) ? note : null);
}

const spanOf = ({ periods }: Pick<Question, 'periods'>): { from: string; to: string } => ({
  from: periods[0]?.from ?? '',
  to: periods.at(-1)?.to ?? '',
});

/** True where every month that is touched lies whole in one of the periods. */
function showsMonths({ periods, grain }: Question): boolean {
  const { from, to } = spanOf({ periods });
  return grain !== 'day' && grain !== 'week' && from.endsWith('-01') && to.endsWith('-01');
}
