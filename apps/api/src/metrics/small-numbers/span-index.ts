import type { DaySpan } from '#metrics/small-numbers/cut-class.ts';

/** The spans that are read, each once, the short ones first. */
export class SpanIndex {
  readonly spans: readonly DaySpan[];
  private readonly places: ReadonlyMap<number, number>;

  constructor(asked: Iterable<DaySpan>) {
    const unique = new Map<number, DaySpan>();
    for (const span of asked) unique.set(nameOfSpan(span), span);
    this.spans = [...unique.values()].sort((a, b) => lengthOf(a) - lengthOf(b) || a.from - b.from);
    this.places = new Map(this.spans.map((span, place) => [nameOfSpan(span), place]));
  }

  /** Where a span stands; −1 for one that was not read. */
  placeOf(span: DaySpan): number {
    return this.places.get(nameOfSpan(span)) ?? -1;
  }
}

const lengthOf = ({ from, to }: DaySpan): number => to - from;

/** Days are numbers of at most seven digits. */
export const nameOfSpan = ({ from, to }: DaySpan): number => from * 10_000_000 + to;
