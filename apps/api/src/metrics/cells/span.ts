/** Dates that are counted together: `from` inclusive, null for the beginning of the data; `to` exclusive. */
export interface Span {
  from: string | null;
  to: string;
}

/** True where no date lies in the span. */
export function isEmpty({ from, to }: Span): boolean {
  return from !== null && from >= to;
}
