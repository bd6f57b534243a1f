import type { SourceFile } from '../source-file.ts';
import { UnreadableFile } from '../unreadable-file.ts';
import { noTable } from './no-table.ts';
import {
  bytesOfUtf8,
  type Decoder,
  decoderFor,
  ENCODINGS_BY_LANGUAGE,
  isEncoding,
  linesBeforeWrongByte,
  markedBytesOfUtf8,
} from './text-encoding.ts';
import type { WrongBytes } from './wrong-bytes.ts';

export interface DecodedTextOptions {
  /** The encoding of a file that is not UTF-8, by any name iconv knows. */
  encoding?: string;
  /** Hears how many bytes of the file have been read so far. */
  onRead?: (bytes: number) => void;
  /** Set where UTF-8 may be passed on byte by byte, each as a character, to be read by `textOfBytes`; true once it is. */
  bytewise?: { isSo: boolean };
  /** Hears of wrong bytes and NULs, which are then passed on marked, for their lines to be set aside. */
  wrongBytes?: WrongBytes;
}

/**
 * The text of a file in pieces of about 128 KiB, without its byte order mark. UTF-8 unless a mark or `encoding` says
 * otherwise, and strictly so: a wrong byte or a NUL refuses the file with its line, unless `wrongBytes` is there to hear of
 * it. Nothing is replaced in silence.
 */
export async function* decodedText(
  { name, pieces }: SourceFile,
  { encoding, onRead, bytewise, wrongBytes }: DecodedTextOptions = {},
): AsyncGenerator<string> {
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new UnreadableFile(`There is no encoding called ${encoding}. Try ${ENCODINGS_BY_LANGUAGE}.`);
  }
  let decoder: Decoder | undefined;
  let line = 1;
  let position = 0;
  const checked = (read: () => string, bytes: Buffer): string => {
    if (wrongBytes !== undefined) return read();
    let text: string;
    try {
      text = read();
    } catch {
      throw new UnreadableFile(
        wrongEncoding(
          name,
          encoding,
          line + (encoding === undefined ? linesBeforeWrongByte(bytes, position === 0) : 0),
        ),
      );
    }
    const nul = text.indexOf('\0');
    if (nul >= 0) throw new UnreadableFile(holdsNul(name, line + linesIn(text.slice(0, nul))));
    line += linesIn(text);
    return text;
  };
  for await (const bytes of pieces()) {
    let start = 0;
    if (decoder === undefined) {
      const whatElse = noTable(bytes);
      if (whatElse !== undefined) throw new UnreadableFile(`${name} is ${whatElse}`);
      const found = decoderFor(bytes, encoding, wrongBytes);
      start = found.markBytes;
      const byBytes = wrongBytes === undefined ? bytesOfUtf8 : () => markedBytesOfUtf8(wrongBytes);
      decoder = bytewise !== undefined && found.isUtf8 ? byBytes() : found.decoder;
      if (bytewise !== undefined) bytewise.isSo = found.isUtf8;
    }
    const { write } = decoder;
    const text = checked(() => write(bytes.subarray(start)), bytes);
    position += bytes.length;
    onRead?.(position);
    if (text !== '') yield text;
  }
  const rest = decoder === undefined ? '' : checked(decoder.end, Buffer.alloc(0));
  if (rest !== '') yield rest;
}

/** Refuses a file of another encoding, from this line on. */
export function wrongEncoding(name: string, encoding: string | undefined, line: number): string {
  return encoding === undefined
    ? `${name} is not valid UTF-8 (line ${line}). Save it as UTF-8, or say which encoding ` +
        `it is in (on the command line: --encoding): ${ENCODINGS_BY_LANGUAGE}.`
    : `${name} is not ${encoding} throughout (at or after line ${line}). Try ${ENCODINGS_BY_LANGUAGE}.`;
}

/** Refuses a file that is no text, because of this line. */
export function holdsNul(name: string, line: number): string {
  return (
    `${name} holds a NUL character (line ${line}), so it is not a plain text file. Export it as CSV (a spreadsheet ` +
    'file is not one); if it is UTF-16 text, say so (on the command line: --encoding utf-16le).'
  );
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
