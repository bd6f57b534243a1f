import type { FileHead } from '../format.ts';
import { SegmentParts, separatorsOf } from './separators.ts';

/** What may stand before a first message: marks of encodings and frames, line ends, headers of batches. */
const FIRST_HEADER = /^(?:\xef\xbb\xbf)?[\s\v]*(?:[FB]HS[^\r\n]*[\r\n\v\s]+)*(MSH[^\r\n]*)/;

/** Names that the standard gives to encodings (table 0211), as far as text comes in them. */
const ENCODINGS: readonly (readonly [RegExp, string])[] = [
  [/^8859\/(\d+)$/, 'iso-8859-$1'],
  [/^(?:ISO IR87|ISO IR14|ISO IR159)$/, 'iso-2022-jp'],
  [/^GB 18030-2000$/, 'gb18030'],
  [/^BIG-5$/, 'big5'],
  [/^KS X 1001$/, 'euc-kr'],
];

/** The header of the first message, where a file begins with one. */
export function firstHeader({ bytes }: FileHead): SegmentParts | undefined {
  // What divides messages is ASCII in every encoding they come in; the rest does not matter here.
  const header = FIRST_HEADER.exec(bytes.toString('latin1'))?.[1];
  const marks = header === undefined ? undefined : separatorsOf(header);
  return header === undefined || marks === undefined ? undefined : new SegmentParts(header, marks);
}

/** The encoding that the first message announces (MSH-18), undefined for UTF-8 and ASCII. */
export function announcedEncoding(head: FileHead): string | undefined {
  const announced = firstHeader(head)?.text(18).toUpperCase() ?? '';
  for (const [name, encoding] of ENCODINGS) if (name.test(announced)) return announced.replace(name, encoding);
  return undefined;
}
