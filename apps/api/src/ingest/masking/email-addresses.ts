import type { Span } from './span.ts';

/** Looked for only where a word begins: else a text without spaces would be searched anew from each of its letters. */
const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+/gu;
/** The part before the @ of scripts that put no spaces between words is only what can stand in an address. */
const LATIN_TAIL = /[A-Za-z0-9._%+-]+$/;
const UNSPACED = /[\u0E00-\u0E7F]/;

/** Email addresses in a text. */
export function emailAddresses(text: string): Span[] {
  return Array.from(text.matchAll(EMAIL), ({ index, 0: match }) => spanOf(match, index));
}

function spanOf(match: string, index: number): Span {
  const end = index + match.length;
  const local = match.slice(0, match.indexOf('@'));
  const latin = UNSPACED.test(local) ? LATIN_TAIL.exec(local) : null;
  const start = latin === null ? index : index + latin.index;
  return { start, end: UNSPACED.test(match) ? endOfHost(match, index) : end };
}

/** Words that follow an address without a space are not a part of it. */
function endOfHost(match: string, index: number): number {
  const host = /@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/.exec(match);
  return index + (host === null ? match.length : host.index + host[0].length);
}
