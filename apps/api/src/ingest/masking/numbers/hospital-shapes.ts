import type { Span } from '../span.ts';

/** Finds numbers of the shapes a hospital gave, such as `HN######`; null where it gave none. */
export function shapesPattern(shapes: readonly string[]): RegExp | null {
  if (shapes.length === 0) return null;
  return new RegExp(`(?<![\\p{N}A-Za-z])(?:${shapes.map(patternOf).join('|')})(?![\\p{N}])`, 'giu');
}

/** A space or a mark between its parts may be written otherwise, left out, or put between its letters and its digits. */
function patternOf(shape: string): string {
  const parts = shape.trim().match(/#+|[^\p{L}\p{N}#]+|[\p{L}\p{N}]+/gu) ?? [];
  const patterns = parts.filter((part) => /[\p{L}\p{N}#]/u.test(part));
  return patterns.map((part) => (part.startsWith('#') ? `[0-9]{${part.length}}` : part)).join('[-/. ]?');
}

export function shapedNumbers(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: match }) => ({ start: index, end: index + match.length }));
}
