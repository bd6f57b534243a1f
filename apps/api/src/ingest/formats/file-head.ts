import { decoderFor } from '../csv/text-encoding.ts';
import { isMarked, noWrongBytes, withBytesShown } from '../csv/wrong-bytes.ts';
import { countLine, isNoText, isOfAnotherEncoding, noLines } from '../csv/wrong-lines.ts';
import type { SourceFile } from '../source-file.ts';
import type { FileHead } from './format.ts';

const HEAD_BYTES = 64 * 1024;

/** The beginning of a file; nothing behind it is read. Throws `UnreadableFile`. */
export async function fileHead(file: SourceFile, encoding?: string): Promise<FileHead> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of file.pieces()) {
    pieces.push(Buffer.from(piece));
    length += piece.length;
    if (length >= HEAD_BYTES) break;
  }
  const bytes = Buffer.concat(pieces).subarray(0, HEAD_BYTES);
  return { name: file.name, bytes, text: textOf(bytes, encoding) };
}

/** Undefined where it is no text, or mostly of another encoding; a few wrong lines leave it what it is. */
function textOf(bytes: Buffer, encoding: string | undefined): string | undefined {
  const wrong = noWrongBytes();
  const { decoder, markBytes } = decoderFor(bytes, encoding, wrong);
  const text = decoder.write(bytes.subarray(markBytes));
  if (!wrong.found) return text;
  const counts = noLines();
  for (const line of text.split(/\r\n|\n|\r/)) countLine(counts, line);
  const headIsWrong = isMarked(text.slice(0, text.search(/[\r\n]|$/)));
  return headIsWrong || isNoText(counts) || isOfAnotherEncoding(counts) ? undefined : withBytesShown(text);
}
