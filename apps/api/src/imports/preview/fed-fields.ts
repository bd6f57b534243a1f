import type { Feed } from '../../ingest/mapping/column-plan.ts';

const ANSWERS: ReadonlySet<string> = new Set(['csat', 'nps', 'fft', 'effort', 'comment']);

/** Which field is fed by what, under a mapping. */
export class FedFields {
  readonly byField: ReadonlyMap<string, Feed>;

  constructor(
    feeds: readonly Feed[],
    private readonly constants: Readonly<Record<string, string>> = {},
  ) {
    this.byField = new Map(feeds.map((feed) => [feed.field, feed]));
  }

  /** True where a column feeds it, or where it has one value for all rows. */
  has(field: string): boolean {
    return this.byField.has(field) || field in this.constants;
  }

  /** True where a column feeds a field, or this one. */
  feeds(column: string, field?: string): boolean {
    return [...this.byField.values()].some(
      (feed) => feed.column === column && (field === undefined || feed.field === field),
    );
  }

  /** The fields that a column feeds. */
  of(index: number): string[] {
    return [...this.byField.values()].filter((feed) => feed.index === index).map(({ field }) => field);
  }

  get hasAnswers(): boolean {
    return [...this.byField.keys(), ...Object.keys(this.constants)].some(
      (field) => ANSWERS.has(field) || field.startsWith('scores.'),
    );
  }
}
