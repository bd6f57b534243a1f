import type { SourceFile } from '../source-file.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { decodedText, holdsNul, wrongEncoding } from './decoded-text.ts';
import { textLines } from './text-lines.ts';
import { isForeign, isMarked, noWrongBytes } from './wrong-bytes.ts';

/** What there is to judge a text by whose bytes are not all of its encoding: its lines, by what they hold. */
export interface LineCounts {
  lines: number;
  /** Lines with letters beyond ASCII, right or wrong: they alone can tell one encoding from another. */
  telling: number;
  /** Lines with bytes that the encoding does not have. */
  foreign: number;
  /** Lines with a NUL. */
  nul: number;
}

/** One or two letters are a slip of somebody's keyboard or a torn line; they say nothing about a file. */
const ENOUGH = 3;

/**
 * True where the text is of another encoding as a whole: more than half of the lines that could tell say so. Lines
 * without letters beyond ASCII look the same in all of them, so they have no voice, however many they are: set aside
 * would be just the rows in which people wrote something. Of one or two lines it is believed only where they are half of
 * the file.
 */
export const isOfAnotherEncoding = ({ lines, telling, foreign }: LineCounts): boolean =>
  foreign * 2 > telling && (foreign >= ENOUGH || foreign * 2 >= lines);

/** True where NULs are how the text is written (UTF-16 without its mark, a spreadsheet) and not an accident to a line. */
export const isNoText = ({ lines, nul }: LineCounts): boolean => nul > 0 && nul * 2 >= lines;

export const noLines = (): LineCounts => ({ lines: 0, telling: 0, foreign: 0, nul: 0 });

/** Counts one more line, in which wrong bytes are marked. */
export function countLine(counts: LineCounts, text: string): void {
  counts.lines += 1;
  const foreign = isForeign(text);
  if (foreign) counts.foreign += 1;
  else if (isMarked(text)) counts.nul += 1;
  if (foreign || BEYOND_ASCII.test(text)) counts.telling += 1;
}

const BEYOND_ASCII = /[^\u0000-\u007f]/;

/**
 * Reads a file that holds wrong bytes once more, line by line, and refuses it as a whole where most of it is of another
 * encoding, or where its first line is: without names of columns no row can be read. Else its wrong lines are set aside.
 */
export async function refuseAnotherEncoding(file: SourceFile, encoding: string | undefined): Promise<void> {
  const counts = noLines();
  let foreignIn: number | undefined;
  let nulIn: number | undefined;
  let headIsWrong = false;
  for await (const lines of textLines(decodedText(file, { encoding, wrongBytes: noWrongBytes() }))) {
    for (const { number, text } of lines) {
      if (text.trim() === '') continue;
      countLine(counts, text);
      if (!isMarked(text)) continue;
      if (isForeign(text)) foreignIn ??= number;
      else nulIn ??= number;
      headIsWrong ||= counts.lines === 1;
    }
  }
  const foreignHead = headIsWrong && (nulIn === undefined || (foreignIn ?? Infinity) < nulIn);
  if (nulIn !== undefined && (isNoText(counts) || (headIsWrong && !foreignHead))) {
    throw new UnreadableFile(holdsNul(file.name, nulIn));
  }
  if (foreignIn !== undefined && (isOfAnotherEncoding(counts) || foreignHead)) {
    throw new UnreadableFile(wrongEncoding(file.name, encoding, foreignIn));
  }
}
