import { type FileHandle, open } from 'node:fs/promises';
import {
  type Decoder,
  decoderFor,
  ENCODINGS_BY_LANGUAGE,
  isEncoding,
  isSpreadsheet,
  linesBeforeWrongByte,
} from './text-encoding.ts';
import { UnreadableFile } from './unreadable-file.ts';

const CHUNK_BYTES = 128 * 1024;

export interface DecodedTextOptions {
  /** The encoding of a file that is not UTF-8, by any name iconv knows. */
  encoding?: string;
  /** Hears how many bytes of the file have been read so far. */
  onRead?: (bytes: number) => void;
}

/**
 * The text of a file in pieces of about 128 KiB, without its byte order mark. UTF-8 unless a mark or `encoding` says
 * otherwise, and strictly so: a wrong byte or a NUL refuses the file with its line, nothing is replaced in silence.
 */
export async function* decodedText(
  path: string,
  { encoding, onRead }: DecodedTextOptions = {},
): AsyncGenerator<string> {
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw new UnreadableFile(`There is no encoding called ${encoding}. Try ${ENCODINGS_BY_LANGUAGE}.`);
  }
  let decoder: Decoder | undefined;
  let line = 1;
  for await (const { bytes, position } of pieces(path)) {
    let start = 0;
    if (decoder === undefined) {
      if (isSpreadsheet(bytes))
        throw new UnreadableFile(
          `${path} is a spreadsheet or an archive. Save its table as CSV UTF-8 and import that.`,
        );
      ({ decoder, markBytes: start } = decoderFor(bytes, encoding));
    }
    let text: string;
    try {
      text = bytes.length === 0 ? decoder.end() : decoder.write(bytes.subarray(start));
    } catch {
      throw new UnreadableFile(wrongEncoding(path, encoding, line, bytes));
    }
    const nul = text.indexOf('\0');
    if (nul >= 0) throw new UnreadableFile(holdsNul(path, line + linesIn(text.slice(0, nul))));
    line += linesIn(text);
    onRead?.(position);
    if (text !== '') yield text;
  }
}

/** The bytes of a file, ending with an empty piece. Each piece is valid until the next one is asked for. */
async function* pieces(path: string): AsyncGenerator<{ bytes: Buffer; position: number }> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    // One buffer for all pieces: decoding copies out of it, and memory outside the heap is given back late.
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let position = 0; ;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, position);
      position += bytesRead;
      if (position === 0) {
        throw new UnreadableFile(`${path} is empty. Send a line of column names, then a line for each row.`);
      }
      yield { bytes: buffer.subarray(0, bytesRead), position };
      if (bytesRead === 0) return;
    }
  } catch (error) {
    throw isSystemError(error) ? new UnreadableFile(cannotRead(path, error)) : error;
  } finally {
    await file?.close();
  }
}

function wrongEncoding(path: string, encoding: string | undefined, line: number, bytes: Buffer): string {
  return encoding === undefined
    ? `${path} is not valid UTF-8 (line ${line + linesBeforeWrongByte(bytes)}). Save it as UTF-8, or say which encoding ` +
        `it is in with --encoding: ${ENCODINGS_BY_LANGUAGE}.`
    : `${path} is not ${encoding} throughout (at or after line ${line}). Try ${ENCODINGS_BY_LANGUAGE}.`;
}

function holdsNul(path: string, line: number): string {
  return (
    `${path} holds a NUL character (line ${line}), so it is not a plain text file. Export it as CSV (a spreadsheet ` +
    'file is not one); if it is UTF-16 text, say --encoding utf-16le.'
  );
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

function cannotRead(path: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `There is no file ${path}.`;
  if (code === 'EISDIR') return `${path} is a folder. Name the file in it.`;
  if (code === 'EACCES') return `${path} may not be read by this user.`;
  return `${path} cannot be read: ${message}.`;
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
