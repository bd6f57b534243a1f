import { decoderFor } from '../csv/text-encoding.ts';
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

function textOf(bytes: Buffer, encoding: string | undefined): string | undefined {
  try {
    const { decoder, markBytes } = decoderFor(bytes, encoding);
    const text = decoder.write(bytes.subarray(markBytes));
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
