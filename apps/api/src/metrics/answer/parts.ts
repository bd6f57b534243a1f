import type { Dimension } from '#contracts/dimension.ts';
import type { Metric } from '#metrics/metric.ts';
import { WAIT_WITHIN_TARGET } from '#metrics/wait.metric.ts';
import { slotsOf, slotsOfTouchpoint } from '../cells/metric-slots.ts';
import type { CellGroup } from '../cells/read-cells.ts';
import type { SpanPlan } from '../cells/span-plan.ts';
import type { DimensionWords } from '../question/dimension-words.ts';
import type { Question } from '../question/question.ts';

/** What a statement over cells brought back. */
export interface CellsRead {
  /** The dimensions the groups' keys stand for, in order. */
  by: readonly Dimension[];
  groups: readonly CellGroup[];
  plan: SpanPlan;
  /** The slots summed, in order. */
  slots: readonly number[];
}

/** A metric that is judged against targets needs to know the kind of each wait. */
export function dimensionsRead(metric: Metric, by: readonly Dimension[]): Dimension[] {
  const inKeys = by.filter((dimension) => !(dimension === 'touchpoint' && metric.facts === 'survey-responses'));
  return metric === WAIT_WITHIN_TARGET && !inKeys.includes('wait-kind') ? [...inKeys, 'wait-kind'] : inKeys;
}

/** A cell group's contribution to a group of the answer. */
export interface Part {
  by: Record<string, string>;
  group: CellGroup;
  /** Where the metric's counts begin among the sums. */
  begin: number;
  /** The kind of wait, as stored. */
  kind: number;
}

/** What of the cells read belongs to which group of the answer: with touchpoints inside the counts, to several. */
export function* partsOf(
  metric: Metric,
  { by, filter, organisation }: Question,
  read: CellsRead,
  words: ReadonlyMap<Dimension, DimensionWords>,
): Generator<Part> {
  const begin = (slots: readonly number[]): number => {
    const [first] = slots;
    const found = first === undefined ? -1 : read.slots.indexOf(first);
    // Beyond the longest cell there is nothing to read.
    return found < 0 ? read.slots.length : found;
  };
  const touchpoints =
    metric.facts === 'survey-responses' ? touchpointsRead(by, filter.touchpoints, organisation.touchpoints) : null;
  const views =
    touchpoints === null
      ? [{ touchpoint: null, begin: begin(slotsOf(metric)) }]
      : touchpoints.map((slot) => ({ touchpoint: slot, begin: begin(slotsOfTouchpoint(metric, slot)) }));
  for (const group of read.groups) {
    for (const view of views) {
      const codes: Record<string, string> = {};
      for (const dimension of by) {
        const stored =
          dimension === 'touchpoint' && view.touchpoint !== null
            ? view.touchpoint
            : (group.keys[read.by.indexOf(dimension)] ?? '');
        codes[dimension] = words.get(dimension)?.codeOf(stored) ?? String(stored);
      }
      const kind = Number(group.keys[read.by.indexOf('wait-kind')] ?? 0);
      yield { by: codes, group, begin: view.begin, kind };
    }
  }
}

/** The touchpoints whose scores are read; null where it is the satisfaction with the visit as a whole. */
export function touchpointsRead(
  by: readonly Dimension[],
  kept: readonly number[] | null,
  all: readonly { slot: number }[],
): readonly number[] | null {
  return kept ?? (by.includes('touchpoint') ? all.map(({ slot }) => slot) : null);
}
