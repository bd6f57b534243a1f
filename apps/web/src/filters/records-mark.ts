import type { Dimension, Where } from '#contracts/dimension.ts';
import type { RecordsQueryDto } from '#contracts/records.dto.ts';
import { isCalendarDate } from '#domain/calendar-date.ts';
import { type AddressQuery, addressKeyOf, valuesIn, whereFromQuery } from './address.ts';

/** The mark whose records are listed, as its address says it. */
export type Mark = Pick<RecordsQueryDto, 'metric' | 'from' | 'to' | 'where' | 'withWords'> & { where: Where };

/** The mark an address speaks of; null when it does not say which metric and which dates. */
export function markOf(query: AddressQuery): Mark | null {
  const [metric] = valuesIn(query, 'metric');
  const [from] = valuesIn(query, 'from');
  const [to] = valuesIn(query, 'to');
  if (metric === undefined || from === undefined || to === undefined) return null;
  if (!isCalendarDate(from) || !isCalendarDate(to) || from >= to) return null;
  return { metric, from, to, where: whereFromQuery(query), withWords: valuesIn(query, 'withWords').includes('true') };
}

/** The same query with one filter value taken away. */
export function withoutFilter(query: AddressQuery, dimension: Dimension, code: string): Record<string, string[]> {
  const gone = addressKeyOf(dimension);
  const left = (key: string) => valuesIn(query, key).filter((value) => key !== gone || value !== code);
  return Object.fromEntries(Object.keys(query).map((key) => [key, left(key)]));
}
