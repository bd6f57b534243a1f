import { DIMENSIONS, type Dimension, type Where } from '#contracts/dimension.ts';

/** A query of vue-router, read loosely: an address may be typed by hand. */
export type AddressQuery = Readonly<Record<string, string | null | undefined | readonly (string | null)[]>>;

/** The name a dimension has in an address: `waitKind` for `wait-kind`, else its own. */
export function addressKeyOf(dimension: Dimension): string {
  return dimension === 'wait-kind' ? 'waitKind' : dimension;
}

/** Every value given under a name, in order, without empties and repeats. */
export function valuesIn(query: AddressQuery, key: string): string[] {
  const given = query[key];
  const values = Array.isArray(given) ? given : [given];
  return [...new Set(values.filter((value): value is string => typeof value === 'string' && value !== ''))];
}

/** The dimension filters of an address: `?site=riverside&site=hillside&waitKind=bill`. */
export function whereFromQuery(query: AddressQuery): Where {
  const given = DIMENSIONS.map((dimension) => [dimension, valuesIn(query, addressKeyOf(dimension))] as const);
  return Object.fromEntries(given.filter(([, values]) => values.length > 0));
}

/** The inverse of whereFromQuery; dimensions without values are left out. */
export function queryFromWhere(where: Where): Record<string, string[]> {
  const given = DIMENSIONS.map((dimension) => [addressKeyOf(dimension), where[dimension] ?? []] as const);
  return Object.fromEntries(given.filter(([, values]) => values.length > 0));
}

/** The part of an address that stays when going to another page: the period and the filters every page knows. */
export function carriedFilters(query: AddressQuery): Record<string, string[]> {
  const keys = ['weeks', 'until', 'from', 'to', 'compare', 'site', 'department', 'touchpoint', 'channel'];
  const given = keys.map((key) => [key, valuesIn(query, key)] as const);
  return Object.fromEntries(given.filter(([, values]) => values.length > 0));
}
