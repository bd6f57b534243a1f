import type { Span } from '../span.ts';

/** Finds numbers of the shapes a hospital gave, such as `HN######`; null where it gave none. */
export function shapesPattern(shapes: readonly string[]): RegExp | null {
  if (shapes.length === 0) return null;
  return new RegExp(`(?<![\\p{N}A-Za-z])(?:${shapes.map(patternOf).join('|')})(?![\\p{N}])`, 'giu');
}

/** A space or a mark between its parts may be written otherwise, or left out. */
function patternOf(shape: string): string {
  return Array.from(shape.trim(), (character) => {
    if (character === '#') return '[0-9]';
    return /[\p{L}\p{N}]/u.test(character) ? character : '[-/. ]?';
  }).join('');
}

export function shapedNumbers(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({ index, 0: match }) => ({ start: index, end: index + match.length }));
}
