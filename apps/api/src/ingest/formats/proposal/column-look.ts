import type { DateOrder } from '../../mapping/mapping.ts';
import { withPlainDigits } from '../../mapping/native-digits.ts';
import { orderShownBy, readDateTime } from '../../mapping/read-date-time.ts';
import { readNumber } from '../../mapping/read-number.ts';
import { Refusal } from '../../mapping/refusal.ts';

/** What the values of a column look like, taken together. */
export type Shape = 'empty' | 'dates' | 'whole-numbers' | 'numbers' | 'short-texts' | 'words';

/** How a column looks in a sample of its rows. */
export interface ColumnLook {
  shape: Shape;
  /** The different values there are, in the order in which they come. */
  values: readonly string[];
  /** True where two rows or more have a value and no two the same. */
  distinct: boolean;
  /** The least and the most of its numbers. */
  least?: number;
  most?: number;
  /** Which of day and month its dates put first: `either` where no date tells, `both` where they contradict each other. */
  order?: DateOrder | 'either' | 'both';
  /** True where a date says how far it is from UTC, so that no zone is needed. */
  zoned?: boolean;
  /** True where a number could be a thousand or a fraction. */
  ambiguousNumbers?: boolean;
}

/** One stray value in five does not change what a column is. */
const MOSTLY = 0.8;
const LONGEST_SHORT_TEXT = 60;
const MOST_WORDS = 8;

/** Looks at the cells of one column. */
export function lookOf(cells: readonly string[]): ColumnLook {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const values = [...new Set(filled)];
  const seen = { values, distinct: filled.length > 1 && values.length === filled.length };
  if (values.length === 0) return { shape: 'empty', ...seen };
  const share = (is: (value: string) => boolean): number => values.filter(is).length / values.length;

  if (share(isDate) >= MOSTLY) {
    return { shape: 'dates', ...seen, order: orderOf(values), zoned: values.every(isZoned) };
  }
  const numbers = values.map((value) => readNumber(value));
  if (numbers.filter(isNumber).length / values.length >= MOSTLY) {
    const known = numbers.filter((number) => typeof number === 'number');
    return {
      shape: known.every(Number.isInteger) ? 'whole-numbers' : 'numbers',
      ...seen,
      ...(known.length === 0 ? {} : { least: Math.min(...known), most: Math.max(...known) }),
      ambiguousNumbers: numbers.some((number) => number instanceof Refusal && number.code === 'ambiguous-number'),
    };
  }
  return { shape: share(isShort) >= MOSTLY ? 'short-texts' : 'words', ...seen };
}

function isDate(value: string): boolean {
  return (['dmy', 'mdy'] as const).some((order) => typeof readDateTime(value, { order }) === 'string');
}

function isZoned(value: string): boolean {
  return /(?:Z|UTC|GMT|[+-]\d{1,2}:?(?:\d{2})?)$/i.test(withPlainDigits(value)) && /:/.test(value);
}

function isNumber(number: number | Refusal): boolean {
  return typeof number === 'number' || number.code === 'ambiguous-number';
}

function isShort(value: string): boolean {
  return value.length <= LONGEST_SHORT_TEXT && !value.includes('\n') && value.split(/\s+/).length <= MOST_WORDS;
}

function orderOf(values: readonly string[]): ColumnLook['order'] {
  const orders = new Set(values.map(orderShownBy));
  if (orders.has('dmy')) return orders.has('mdy') ? 'both' : 'dmy';
  return orders.has('mdy') ? 'mdy' : orders.has('either') ? 'either' : undefined;
}
