import { DIMENSIONS, type Dimension, type Where } from '#contracts/dimension.ts';
import { isCalendarDate } from '#domain/calendar-date.ts';
import { type AddressQuery, addressKeyOf, queryFromWhere, valuesIn, whereFromQuery } from '../../filters/address.ts';
import { filtersFromQuery } from '../../filters/filters.ts';
import { daysAfter, type Span, spanOf } from '../../filters/period.ts';
import { dayNumberOf } from '#domain/calendar-date.ts';

/** What is compared. Its address holds all of it, in codes and dates, so that a copied one opens the same answer. */
export interface Compared {
  metric: string;
  /** The dates asked about: of both groups, or the second of two periods. */
  span: Span;
  /** Two periods, of which this is the one compared with; or two values of a dimension in one period. */
  with: { kind: 'periods'; span: Span } | { kind: 'groups'; by: Dimension; a: string; b: string };
  /** Filters of both sides. */
  where: Where;
}

/** How many weeks are compared unless the address says. */
const WEEKS = 13;

/** Reads an address; what is missing or makes no sense falls back to CSAT of the last quarter and the one before. */
export function comparedFromQuery(query: AddressQuery, today: string): Compared {
  const [metric = 'csat'] = valuesIn(query, 'metric');
  const [by] = valuesIn(query, 'by');
  const span = spanOf(filtersFromQuery(query, WEEKS).period, today);
  const dimension = DIMENSIONS.find((known) => addressKeyOf(known) === by);
  const where = whereFromQuery(query);
  if (dimension === undefined) {
    return { metric, span, with: { kind: 'periods', span: spanIn(query) ?? justBefore(span) }, where };
  }
  const { [dimension]: _, ...others } = where;
  const [[a = ''], [b = '']] = [valuesIn(query, 'a'), valuesIn(query, 'b')];
  return { metric, span, with: { kind: 'groups', by: dimension, a, b }, where: others };
}

export function queryOfCompared({ metric, span, with: other, where }: Compared): Record<string, string | string[]> {
  const sides: Record<string, string> =
    other.kind === 'periods'
      ? { fromA: other.span.from, toA: other.span.to }
      : { by: addressKeyOf(other.by), a: other.a, b: other.b };
  return { metric, from: span.from, to: span.to, ...sides, ...queryFromWhere(where) };
}

/** As many days, just before. */
export function justBefore({ from, to }: Span): Span {
  return { from: daysAfter(from, dayNumberOf(from) - dayNumberOf(to)), to: from };
}

function spanIn(query: AddressQuery): Span | undefined {
  const [[from = ''], [to = '']] = [valuesIn(query, 'fromA'), valuesIn(query, 'toA')];
  return isCalendarDate(from) && isCalendarDate(to) && from < to ? { from, to } : undefined;
}
