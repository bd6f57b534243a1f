import type { Metric, MetricContext } from '#metrics/metric.ts';
import { WAIT_WITHIN_TARGET } from '#metrics/wait.metric.ts';
import { slotsOf } from '../cells/metric-slots.ts';
import type { Span } from '../cells/span.ts';
import { dimensionWords } from '../question/dimension-words.ts';
import type { Question } from '../question/question.ts';
import { inOrder } from './group-order.ts';
import { type CellsRead, type Part, partsOf } from './parts.ts';
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

function countsOf(
  metric: Metric,
  { organisation }: Question,
  read: CellsRead,
  parts: readonly Part[],
): Series['countsIn'] {
  // Beyond the longest cell there is nothing to add up.
  const length = Math.min(slotsOf(metric).length, read.slots.length);
  const sum = (members: readonly Part[], span: Span): readonly number[] => {
    const total = new Array<number>(length).fill(0);
    for (const index of read.plan.partsOf(span)) {
      for (const { group, begin } of members) addTo(total, group.sums.get(index), begin);
    }
    return total;
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

function addTo(total: number[], sums: readonly number[] | undefined, begin: number): void {
  if (sums === undefined) return;
  const end = Math.min(total.length, sums.length - begin);
  for (let slot = 0; slot < end; slot += 1) total[slot] = (total[slot] ?? 0) + (sums[begin + slot] ?? 0);
}
