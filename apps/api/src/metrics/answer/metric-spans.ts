import { dateOf, dayNumberOf, mondayOf } from '#domain/calendar-date.ts';
import type { Period } from '#domain/grain.ts';
import type { Metric } from '#metrics/metric.ts';
import type { Span } from '../cells/span.ts';
import type { Question } from '../question/question.ts';
import { comparedSpan } from './comparison.ts';
import { comparedMonths, isMonthly, wholeMonths } from './whole-months.ts';

/** How far the signal rule looks back for its baseline: far enough that every chart of a page finds the same one. */
const HISTORY_WEEKS = 260;
const WEEK = 7;

/** A whole week that is over, as the signal rule judges it. */
export interface JudgedWeek {
  monday: string;
  span: Span;
}

/** The dates whose counts a metric's answer is made of. */
export interface MetricSpans {
  /** One a period. */
  now: readonly Span[];
  /** One a period, with the dates as they are told; null where nothing is compared. */
  then: readonly { told: Span & { from: string }; span: Span }[] | null;
  /** Whole weeks, oldest first, up to the last one answered for or chosen for a baseline; none where the signal rule does not apply. */
  weeks: readonly JudgedWeek[];
}

export function spansOf(metric: Metric, question: Question): MetricSpans {
  const { periods, grain, compare, today } = question;
  const counted = (dates: Span): Span => countedSpan(metric, dates, today);
  const monthly = isMonthly(metric);
  return {
    now: periods.map(counted),
    then:
      compare &&
      periods.map((period) => {
        const told = monthly ? comparedMonths(period, grain, compare) : comparedSpan(period, grain, compare, today);
        return { told, span: counted(told) };
      }),
    weeks: judgedWeeks(metric, question).map((week) => ({ monday: week.from, span: counted(week) })),
  };
}

/** Every span that has to be read. */
export function allSpans({ now, then, weeks }: MetricSpans): Span[] {
  return [...now, ...(then ?? []).map(({ span }) => span), ...weeks.map(({ span }) => span)];
}

/** Every span that something is told of. */
export function toldSpans({ now, then }: MetricSpans): Span[] {
  return [...now, ...(then ?? []).map(({ span }) => span)];
}

/**
 * What stands at the end of a period adds up from the beginning; what is due is judged once its day is over; of monthly
 * counts only the months that lie whole in the period are known.
 */
function countedSpan(metric: Metric, dates: Span, today: string): Span {
  if (isMonthly(metric)) return wholeMonths(dates);
  const { from, to } = dates;
  const { cumulative, settledDaysOnly } = metric;
  return { from: cumulative === true ? null : from, to: settledDaysOnly === true && to > today ? today : to };
}

function judgedWeeks(metric: Metric, question: Question): (Span & { from: string })[] {
  const { periods, grain, today } = question;
  if (grain !== 'week' || metric.signal === undefined) return [];
  const last = periods.filter((period) => isWholeWeek(period) && period.to <= today).at(-1);
  const first = periods[0];
  if (last === undefined || first === undefined) return [];
  const weeks: (Span & { from: string })[] = [];
  const end = dayNumberOf(chosenUpTo(metric, question, last.to));
  for (let day = mondayOf(dayNumberOf(first.from)) - HISTORY_WEEKS * WEEK; day < end; day += WEEK) {
    weeks.push({ from: dateOf(day), to: dateOf(day + WEEK) });
  }
  return weeks;
}

/** A baseline that was chosen is the same whatever weeks are shown, so those of it that come after them are read as well. */
function chosenUpTo({ code }: Metric, { organisation, today }: Question, shown: string): string {
  const ends = organisation.baselines.flatMap(({ metric, to }) => (metric === code && to !== null ? [to] : []));
  const latest = [shown, ...ends.filter((to) => to <= today)].sort().at(-1);
  return latest ?? shown;
}

/** False for a week that the span cuts. */
export function isWholeWeek({ from, to }: Pick<Period, 'from' | 'to'>): boolean {
  return dayNumberOf(to) - dayNumberOf(from) === WEEK;
}
