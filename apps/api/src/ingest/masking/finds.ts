import type { Detector } from '#domain/masking.ts';
import type { Span } from './span.ts';

/** Something found in a text, and by which detector. */
export interface Find extends Span {
  detector: Detector;
}

/** Finds in the order of the text; where two overlap, the one that was told first holds. */
export function withoutOverlaps(finds: readonly Find[]): Find[] {
  if (finds.length < 2) return [...finds];
  const inOrder = finds
    .map((find, rank) => ({ find, rank }))
    .sort((a, b) => a.find.start - b.find.start || a.rank - b.rank);
  const kept: typeof inOrder = [];
  for (const one of inOrder) {
    const last = kept.at(-1);
    if (last === undefined || last.find.end <= one.find.start) kept.push(one);
    else if (one.rank < last.rank) kept[kept.length - 1] = one;
  }
  return kept.map(({ find }) => find);
}
