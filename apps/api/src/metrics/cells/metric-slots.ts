import { SLOTS_OF_FAMILY } from '#metrics/count-family.ts';
import { COMPLAINT_SLOT_COUNT } from '#metrics/complaint-counts.ts';
import type { CountFamily, Metric } from '#metrics/metric.ts';
import { REVIEW_SLOTS } from '#metrics/review-counts.ts';
import { touchpointOffset } from '#metrics/survey-counts.ts';
import { WAIT_SLOTS } from '#metrics/wait-counts.ts';
import { WAIT_BIN_COUNT } from '#metrics/wait-histogram.ts';

/** How long the families are whose counts go on to the end of the cell. */
const WHOLE_CELL: Partial<Record<CountFamily, number>> = {
  waits: WAIT_SLOTS.bins + WAIT_BIN_COUNT,
  complaints: COMPLAINT_SLOT_COUNT,
  reviews: REVIEW_SLOTS.replied + 1,
};

/** The slots of a cell that a metric's formula reads, in its order. */
export function slotsOf({ family }: Metric): number[] {
  const { from, length } = SLOTS_OF_FAMILY[family];
  return stretch(from, length ?? WHOLE_CELL[family] ?? 0);
}

/** The slots that hold the same counts for the scores of one touchpoint. */
export function slotsOfTouchpoint(metric: Metric, touchpoint: number): number[] {
  return stretch(touchpointOffset(touchpoint), slotsOf(metric).length);
}

function stretch(from: number, length: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}
