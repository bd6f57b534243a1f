import type { Dimension } from '#contracts/dimension.ts';
import type { DaySpan } from '#metrics/small-numbers/cut-class.ts';
import type { Stored } from '../question/dimension-words.ts';
import { nameOfSpan } from './span-index.ts';
import { type Counter, nameOfCounter } from './counter.ts';

/** What cells of answers are told apart by; a site is known by its departments. */
export type AnswersAxis = Exclude<Dimension, 'site'>;

/** Who has to be counted, and when, before something may be told. */
export interface AnswersNeed {
  /** Name of the cell table. */
  table: string;
  by: readonly AnswersAxis[];
  counters: readonly Counter[];
  /** Kinds of waits that matter; null for all there are. */
  kinds: readonly Stored[] | null;
  spans: readonly DaySpan[];
  /** True for cells of whole months. */
  monthly?: boolean;
}

/** Needs of one name are met by one statement. */
export const nameOfNeed = ({ table, by }: Pick<AnswersNeed, 'table' | 'by'>): string => [table, ...by].join();

/** One need that covers several of the same name. */
export function joinedNeed(first: AnswersNeed, others: readonly AnswersNeed[]): AnswersNeed {
  const all = [first, ...others];
  const counters = new Map(all.flatMap((need) => need.counters.map((one) => [nameOfCounter(one), one] as const)));
  return {
    ...first,
    counters: [...counters.values()].sort((a, b) => a.first - b.first || a.last - b.last),
    kinds: all.some(({ kinds }) => kinds === null) ? null : [...new Set(all.flatMap(({ kinds }) => kinds ?? []))],
    spans: [...new Map(all.flatMap(({ spans }) => spans.map((span) => [nameOfSpan(span), span] as const))).values()],
  };
}

/** True if whoever knows what the one needs knows what the other needs. */
export function covers(known: AnswersNeed, { counters, kinds, spans }: AnswersNeed): boolean {
  const counted = new Set(known.counters.map(nameOfCounter));
  const read = new Set(known.spans.map(nameOfSpan));
  return (
    (known.kinds === null || (kinds?.every((kind) => known.kinds?.includes(kind)) ?? false)) &&
    counters.every((counter) => counted.has(nameOfCounter(counter))) &&
    spans.every((span) => read.has(nameOfSpan(span)))
  );
}
