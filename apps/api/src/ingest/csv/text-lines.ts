import { textOfBytes } from './text-encoding.ts';

/** One line of a text file, without its line end. */
export interface TextLine {
  /** From 1. */
  number: number;
  text: string;
  /** The line was longer than allowed; `text` is its beginning. */
  cut?: boolean;
}

/** More characters than any honest row has; a longer line is cut and refused, so that memory stays bounded. */
export const LONGEST_LINE = 1_048_576;

/**
 * The lines of a text that arrives in pieces, in arrays of as many as a piece completes. Ends may be LF, CRLF, or a
 * lone CR where the head of the text has no LF at all. Text is put into Unicode normal form C, so that a Vietnamese word is the same
 * word whatever keyboard or code page it came from. `bytewise` tells, from the first piece on, whether the text still is
 * bytes of UTF-8: lines are then read as text one by one, which most need not be.
 */
export async function* textLines(
  pieces: AsyncIterable<string>,
  bytewise: { readonly isSo: boolean } = { isSo: false },
): AsyncGenerator<TextLine[]> {
  let lineEnd: '\n' | '\r' | undefined;
  let number = 1;
  let rest = '';
  let cut = false;
  for await (const piece of pieces) {
    lineEnd ??= lineEndIn(rest + piece);
    const end = lineEnd === undefined ? -1 : piece.lastIndexOf(lineEnd);
    if (lineEnd === undefined || end < 0) {
      if (!cut) rest += piece;
    } else {
      const whole = rest + piece.slice(0, end);
      const lines: TextLine[] = [];
      for (const text of (bytewise.isSo ? whole : whole.normalize('NFC')).split(lineEnd)) {
        lines.push(lineOf(number, bytewise.isSo ? textOfBytes(text) : text, cut));
        cut = false;
        number += 1;
      }
      rest = piece.slice(end + 1);
      yield lines;
    }
    const longest = bytewise.isSo ? LONGEST_LINE * BYTES_A_CHARACTER : LONGEST_LINE;
    if (rest.length > longest) {
      rest = rest.slice(0, longest);
      cut = true;
    }
  }
  if (rest !== '') yield [lineOf(number, bytewise.isSo ? textOfBytes(rest) : rest.normalize('NFC'), cut)];
}

/** At most, of what a string holds as one unit. */
const BYTES_A_CHARACTER = 3;

/** Undefined while only a CR at the very end has been seen, which an LF may follow. */
function lineEndIn(text: string): '\n' | '\r' | undefined {
  if (text.includes('\n')) return '\n';
  return text.slice(0, -1).includes('\r') ? '\r' : undefined;
}

function lineOf(number: number, text: string, cut: boolean): TextLine {
  if (cut || text.length > LONGEST_LINE) return { number, text: text.slice(0, LONGEST_LINE), cut: true };
  return { number, text: text.endsWith('\r') ? text.slice(0, -1) : text };
}
