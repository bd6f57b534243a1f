import { DELIVERY_RULE, deliveryLimit } from '#metrics/freshness/delivery-limit.ts';
import { type Expectation, isoWeekday } from '#metrics/freshness/delivery-rhythm.ts';
import type { Delivered } from './gather.ts';

/** What came on a day, beside what usually comes on such days. */
export interface JudgedDay {
  day: number;
  rows: number;
  deliveries: number;
  usual: number | null;
  limit: number | null;
  /** Days it is compared with. */
  n: number;
  smaller: boolean;
}

/** The last day of deliveries that is over; null where there is none, or nobody expects anything. */
export function judgedDay(
  deliveries: readonly Delivered[],
  expected: Expectation,
  today: number,
  holidays: ReadonlySet<number>,
): JudgedDay | null {
  if (expected.rhythm === 'none') return null;
  const last = deliveries.findLast(({ day }) => day < today);
  return last === undefined ? null : judge(last, deliveries, expected, holidays);
}

/**
 * A day's rows against those of up to eight comparable days before it: of the same weekday, holidays aside, for a source
 * of hours or days; the deliveries before it for one of weeks or months. Where a source delivers on many days, days are
 * too unlike each other to be compared across the week.
 */
export function judge(
  one: Pick<Delivered, 'day' | 'rows' | 'deliveries'>,
  all: readonly Delivered[],
  { rhythm }: Expectation,
  holidays: ReadonlySet<number>,
): JudgedDay {
  const { day, rows, deliveries } = one;
  const byWeekday = rhythm === 'hour' || rhythm === 'day';
  const before = all.filter(
    (other) =>
      other.day < day && (!byWeekday || (isoWeekday(other.day) === isoWeekday(day) && !holidays.has(other.day))),
  );
  const found = deliveryLimit(before.map((other) => other.rows).reverse());
  const known = { day, rows, deliveries, n: found?.n ?? Math.min(before.length, DELIVERY_RULE.most) };
  if (found === null) return { ...known, usual: null, limit: null, smaller: false };
  return { ...known, usual: found.usual, limit: found.limit, smaller: rows < found.limit && !holidays.has(day) };
}
