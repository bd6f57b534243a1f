import { COMPARISONS, type Comparison, type Dimension, type Where } from '#contracts/dimension.ts';
import { isCalendarDate } from '#domain/calendar-date.ts';
import { type AddressQuery, queryFromWhere, valuesIn, whereFromQuery } from './address.ts';
import { isMonday, type PeriodChoice } from './period.ts';

/** What a page is asked to show: all of it lives in the address, so a copied address opens the same numbers. */
export interface Filters {
  period: PeriodChoice;
  /** null: no comparison. */
  compare: Comparison | null;
  where: Where;
}

/** Filters that the bar offers, in its order. Others (language, kind of wait) come with a link. */
export const OFFERED: readonly Dimension[] = ['site', 'department', 'touchpoint', 'channel'];

const LONGEST_WEEKS = 260;

/** Reads an address; what is missing or makes no sense falls back to the page's own default. */
export function filtersFromQuery(query: AddressQuery, defaultWeeks: number): Filters {
  return {
    period: periodFrom(query, defaultWeeks),
    compare: comparisonFrom(valuesIn(query, 'compare')[0]),
    where: whereFromQuery(query),
  };
}

/** The shortest address that says the same; defaults are left out. */
export function queryFromFilters({ period, compare, where }: Filters, defaultWeeks: number): Record<string, string[]> {
  const query: Record<string, string[]> = {};
  if (period.kind === 'dates') Object.assign(query, { from: [period.from], to: [period.to] });
  else {
    if (period.weeks !== defaultWeeks) query.weeks = [String(period.weeks)];
    if (period.until !== null) query.until = [period.until];
  }
  if (compare !== 'previous') query.compare = [compare ?? 'none'];
  return { ...query, ...queryFromWhere(where) };
}

function periodFrom(query: AddressQuery, defaultWeeks: number): PeriodChoice {
  const [from = ''] = valuesIn(query, 'from');
  const [to = ''] = valuesIn(query, 'to');
  if (isCalendarDate(from) && isCalendarDate(to) && from < to) return { kind: 'dates', from, to };
  const weeks = Number(valuesIn(query, 'weeks')[0]);
  const [until = ''] = valuesIn(query, 'until');
  return {
    kind: 'weeks',
    weeks: Number.isInteger(weeks) && weeks >= 1 && weeks <= LONGEST_WEEKS ? weeks : defaultWeeks,
    until: isMonday(until) ? until : null,
  };
}

function comparisonFrom(given: string | undefined): Comparison | null {
  if (given === 'none') return null;
  return COMPARISONS.find((comparison) => comparison === given) ?? 'previous';
}
