import type { Comparison } from '#contracts/dimension.ts';
import { firstOfMonth, firstOfMonthFrom, firstOfMonthOf, monthNumberOf } from '#domain/calendar-month.ts';
import type { Grain, Period } from '#domain/grain.ts';
import type { Metric } from '#metrics/metric.ts';
import { CELLS_OF } from '../cells/cell-keys.ts';
import type { Span } from '../cells/span.ts';

/** True for what is counted by whole months alone. */
export const isMonthly = ({ facts }: Pick<Metric, 'facts'>): boolean => CELLS_OF[facts].monthly === true;

/** The months that lie whole in a span; empty where none does. */
export function wholeMonths({ from, to }: Span): Span {
  return { from: from === null ? null : firstOfMonthFrom(from), to: firstOfMonthOf(to) };
}

/** The months a span touches. */
export function monthsTouched({ from, to }: { from: string; to: string }): Span & { from: string } {
  return { from: firstOfMonthOf(from), to: firstOfMonthFrom(to) };
}

/** The months that a period is compared with: as many just before it, or the same ones of the year before. */
export function comparedMonths(period: Period, grain: Grain, compare: Comparison): Span & { from: string } {
  const own = { from: firstOfMonthFrom(period.from), to: firstOfMonthOf(period.to) };
  const [first, last] = [monthNumberOf(own.from), monthNumberOf(own.to)];
  if (last <= first) return { from: own.from, to: own.from };
  const back = compare === 'year' ? 12 : grain === 'quarter' ? 3 : last - first;
  return { from: firstOfMonth(first - back), to: firstOfMonth(last - back) };
}
