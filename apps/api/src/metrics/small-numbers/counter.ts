import type { Metric } from '#metrics/metric.ts';
import { WAIT_WITHIN_TARGET } from '#metrics/wait.metric.ts';
import { LEVELLED } from '../answer/wait-target.ts';
import { slotsOf, slotsOfTouchpoint } from '../cells/metric-slots.ts';

/** The stretch of a cell's slots whose sum is the n of a metric. */
export interface Counter {
  first: number;
  last: number;
}

const offsets = new Map<string, readonly Counter[]>();

/**
 * What counts as an answer for a metric, at a touchpoint or for the visit as a whole: its n first, then whatever else it
 * lets be reckoned. Metrics of one question count the same answers and so are withheld together.
 */
export function countersOf(metric: Metric, touchpoint: number | null): Counter[] {
  const begin = (touchpoint === null ? slotsOf(metric) : slotsOfTouchpoint(metric, touchpoint))[0] ?? 0;
  return offsetsOf(metric).map(({ first, last }) => ({ first: begin + first, last: begin + last }));
}

/** Asks the formulas themselves, one slot at a time, which of them they count. */
function offsetsOf(metric: Metric): readonly Counter[] {
  const known = offsets.get(metric.code);
  if (known !== undefined) return known;
  const context = metric === WAIT_WITHIN_TARGET ? LEVELLED : {};
  const { alsoRestsOn } = metric;
  const found = [
    stretchCounted(metric, (counts) => metric.estimate(counts, context).n),
    ...(alsoRestsOn === undefined ? [] : [stretchCounted(metric, alsoRestsOn)]),
  ];
  offsets.set(metric.code, found);
  return found;
}

function stretchCounted(metric: Metric, count: (counts: readonly number[]) => number): Counter {
  const { length } = slotsOf(metric);
  const counted = Array.from({ length }, (_, slot) => slot).filter((slot) => {
    const counts = new Array<number>(length).fill(0);
    counts[slot] = 1;
    return count(counts) > 0;
  });
  const found = { first: counted[0] ?? 0, last: counted.at(-1) ?? 0 };
  if (counted.length !== found.last - found.first + 1) throw new Error(`${metric.code} counts slots that lie apart`);
  return found;
}

export const nameOfCounter = ({ first, last }: Counter): string => `${first}-${last}`;
