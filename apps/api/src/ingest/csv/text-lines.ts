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
 * word whatever keyboard or code page it came from.
 */
export async function* textLines(pieces: AsyncIterable<string>): AsyncGenerator<TextLine[]> {
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
      const whole = (rest + piece.slice(0, end)).normalize('NFC').split(lineEnd);
      const lines: TextLine[] = [];
      for (const text of whole) {
        lines.push(lineOf(number, text, cut));
        cut = false;
        number += 1;
      }
      rest = piece.slice(end + 1);
      yield lines;
    }
    if (rest.length > LONGEST_LINE) {
      rest = rest.slice(0, LONGEST_LINE);
      cut = true;
    }
  }
  if (rest !== '') yield [lineOf(number, rest.normalize('NFC'), cut)];
}

/** Undefined while only a CR at the very end has been seen, which an LF may follow. */
function lineEndIn(text: string): '\n' | '\r' | undefined {
  if (text.includes('\n')) return '\n';
  return text.slice(0, -1).includes('\r') ? '\r' : undefined;
}

function lineOf(number: number, text: string, cut: boolean): TextLine {
  if (cut || text.length > LONGEST_LINE) return { number, text: text.slice(0, LONGEST_LINE), cut: true };
  return { number, text: text.endsWith('\r') ? text.slice(0, -1) : text };
}
