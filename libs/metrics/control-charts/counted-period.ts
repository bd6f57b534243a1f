/** So many successes (answers, people, cases) of so many. */
export interface CountedShare {
  x: number;
  n: number;
}

/** So many events in so much of what they happen in: visits, bed days, weeks. */
export interface CountedEvents {
  count: number;
  exposure: number;
}

/** One point of a chart whose limits go with its size; nulls where there was nothing to count in. */
export interface ChartPoint {
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** On which side it lies beyond its limits; null within them. */
  outside: 'high' | 'low' | null;
}

/** Points that a chart's centre is reckoned from, by index, both included; all of them when left out. */
export interface CentreRange {
  first: number;
  last: number;
}

/** The stretch of a list that a centre is reckoned from. */
export function baselineOf<Item>(items: readonly Item[], range: CentreRange | undefined): readonly Item[] {
  return range === undefined ? items : items.slice(Math.max(0, range.first), range.last + 1);
}

/** A point between its limits; what rounding leaves does not put it beyond them. */
export function chartPoint(value: number, lower: number, upper: number): ChartPoint {
  const rounding = Math.max(Math.abs(value), Math.abs(lower), Math.abs(upper)) * 1e-12;
  const outside = value - upper > rounding ? 'high' : lower - value > rounding ? 'low' : null;
  return { value, lower, upper, outside };
}

/** A point where nothing was counted. */
export const EMPTY_POINT: ChartPoint = { value: null, lower: null, upper: null, outside: null };
