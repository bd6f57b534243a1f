import type { Dimension } from '#contracts/dimension.ts';
import type { Metric, MetricContext } from '#metrics/metric.ts';
import { WAIT_WITHIN_TARGET } from '#metrics/wait.metric.ts';
import { slotsOf, slotsOfTouchpoint } from '../cells/metric-slots.ts';
import type { CellGroup } from '../cells/read-cells.ts';
import type { Span } from '../cells/span.ts';
import type { SpanPlan } from '../cells/span-plan.ts';
import { type DimensionWords, dimensionWords } from '../question/dimension-words.ts';
import type { Question } from '../question/question.ts';
import { LEVELLED, levelledCounts } from './wait-target.ts';

/** The counts of one group, span by span, as a metric's formula reads them. */
export interface Series {
  /** The group: a code for each dimension asked for. */
  by: Record<string, string>;
  /** Counts in a span; `on` is the date whose targets hold. */
  countsIn(span: Span, on: string): readonly number[];
  /** False where no cell lies in the span, so that all its counts are 0. */
  has(span: Span): boolean;
}

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

/** What the metric's formula is to be told beside its counts. */
export function contextOf(metric: Metric): MetricContext {
  return metric === WAIT_WITHIN_TARGET ? LEVELLED : {};
}

/** The groups of an answer in their order; without dimensions there is one, even if nothing was counted. */
export function seriesOf(metric: Metric, question: Question, read: CellsRead): Series[] {
  const words = question.by.map((dimension) => [dimension, dimensionWords(dimension, question.organisation)] as const);
  const parts = new Map<string, { by: Record<string, string>; parts: Part[] }>();
  for (const part of partsOf(metric, question, read, new Map(words))) {
    const name = JSON.stringify(part.by);
    const group = parts.get(name) ?? { by: part.by, parts: [] };
    group.parts.push(part);
    parts.set(name, group);
  }
  if (question.by.length === 0 && parts.size === 0) parts.set('', { by: {}, parts: [] });
  return [...parts.values()]
    .sort((a, b) => inOrder(a.by, b.by, words))
    .map(({ by, parts: members }) => ({
      by,
      countsIn: countsOf(metric, question, read, members),
      has: (span) => read.plan.partsOf(span).some((index) => members.some(({ group }) => group.sums.has(index))),
    }));
}

/** A cell group's contribution to a group of the answer. */
interface Part {
  by: Record<string, string>;
  group: CellGroup;
  /** Positions of the metric's slots among the sums. */
  positions: readonly number[];
  /** The kind of wait, as stored. */
  kind: number;
}

function* partsOf(
  metric: Metric,
  { by, filter, organisation }: Question,
  read: CellsRead,
  words: ReadonlyMap<Dimension, DimensionWords>,
): Generator<Part> {
  const positionOf = new Map(read.slots.map((slot, index) => [slot, index]));
  const positions = (slots: readonly number[]): number[] => slots.map((slot) => positionOf.get(slot) ?? -1);
  const inside = metric.facts === 'survey-responses';
  const touchpoints = inside ? touchpointsRead(by, filter.touchpoints, organisation.touchpoints) : null;
  const views =
    touchpoints === null
      ? [{ touchpoint: null, positions: positions(slotsOf(metric)) }]
      : touchpoints.map((slot) => ({ touchpoint: slot, positions: positions(slotsOfTouchpoint(metric, slot)) }));
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
      yield { by: codes, group, positions: view.positions, kind };
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

function countsOf(
  metric: Metric,
  { organisation }: Question,
  read: CellsRead,
  parts: readonly Part[],
): Series['countsIn'] {
  const length = slotsOf(metric).length;
  const sum = (members: readonly Part[], span: Span): number[] => {
    const counts = new Array<number>(length).fill(0);
    const spans = read.plan.partsOf(span);
    for (const { group, positions } of members) {
      for (const index of spans) {
        const sums = group.sums.get(index);
        if (sums === undefined) continue;
        for (let slot = 0; slot < length; slot += 1) {
          counts[slot] = (counts[slot] ?? 0) + (sums[positions[slot] ?? -1] ?? 0);
        }
      }
    }
    return counts;
  };
  if (metric !== WAIT_WITHIN_TARGET) return (span) => sum(parts, span);
  const kinds = Map.groupBy(parts, ({ kind }) => kind);
  return (span, on) =>
    levelledCounts(
      [...kinds].map(([kind, members]) => ({ kind, counts: sum(members, span) })),
      organisation.targets,
      on,
    );
}

/** In the order in which the dimensions list their codes; what they do not list comes last. */
function inOrder(
  a: Record<string, string>,
  b: Record<string, string>,
  words: readonly (readonly [Dimension, DimensionWords])[],
): number {
  for (const [dimension, { codes }] of words) {
    const [left, right] = [a[dimension] ?? '', b[dimension] ?? ''];
    if (left === right) continue;
    const place = (code: string): number => (codes.includes(code) ? codes.indexOf(code) : codes.length);
    return place(left) - place(right) || (left < right ? -1 : 1);
  }
  return 0;
}
