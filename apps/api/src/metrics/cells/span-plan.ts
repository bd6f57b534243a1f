import { isEmpty, type Span } from './span.ts';

/**
 * Which spans to read so that several questions of one table share a statement. Each span is read once; spans that
 * begin with the data are read as what each adds to the one before it.
 */
export class SpanPlan {
  /** What the statement reads, in this order. */
  readonly read: readonly Span[];
  private readonly parts = new Map<string, readonly number[]>();

  constructor(asked: readonly Span[]) {
    const read: Span[] = [];
    const unique = new Map(asked.filter((span) => !isEmpty(span)).map((span) => [nameOf(span), span]));
    for (const span of [...unique.values()].filter(({ from }) => from !== null).sort(byBeginning)) {
      this.parts.set(nameOf(span), [read.push(span) - 1]);
    }
    let from: string | null = null;
    let parts: readonly number[] = [];
    for (const { to } of [...unique.values()].filter((span) => span.from === null).sort(byEnd)) {
      parts = [...parts, read.push({ from, to }) - 1];
      from = to;
      this.parts.set(nameOf({ from: null, to }), parts);
    }
    this.read = read;
  }

  /** Which of the spans read add up to this one; none for a span without dates. */
  partsOf(span: Span): readonly number[] {
    return this.parts.get(nameOf(span)) ?? [];
  }
}

const nameOf = ({ from, to }: Span): string => `${from ?? ''}/${to}`;

const byBeginning = (a: Span, b: Span): number => (nameOf(a) < nameOf(b) ? -1 : 1);

const byEnd = (a: Span, b: Span): number => (a.to < b.to ? -1 : Number(a.to > b.to));
