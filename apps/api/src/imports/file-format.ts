import { isAscii } from 'node:buffer';
import { csv } from '../ingest/formats/csv.ts';
import { fileHead } from '../ingest/formats/file-head.ts';
import type { Format } from '../ingest/formats/format.ts';
import { FORMATS, formatOf } from '../ingest/formats/formats.ts';
import { encodingCandidates, type EncodingCandidate } from '../ingest/formats/proposal/encoding-candidates.ts';
import type { SourceFile } from '../ingest/source-file.ts';
import type { ReadAs } from './read-as.ts';

/** What a file is read as, by what people say and what its beginning shows. */
export interface FileFormat {
  format: Format;
  /** True where the file itself shows it. */
  recognised: boolean;
  /** Undefined for UTF-8 and for files that are no text. */
  encoding: string | undefined;
  /** What a file that is not UTF-8 could be written in, the likeliest first. */
  encodings: readonly EncodingCandidate[];
}

/** Looks at the beginning of a file; whatever else it is, it is tried as a table. Throws `UnreadableFile`. */
export async function formatOfFile(file: SourceFile, said: ReadAs): Promise<FileFormat> {
  const head = await fileHead(file, said.encoding);
  const encodings = head.bytes.includes(0) ? [] : encodingCandidates(await foreignLetters(file));
  const encoding = said.encoding ?? encodings[0]?.encoding;
  const shown = formatOf(encoding === said.encoding ? head : await fileHead(file, encoding));
  const named = FORMATS.find(({ code }) => code === said.format);
  const format = named ?? (said.delimiter === undefined ? shown : undefined) ?? csv;
  return { format, recognised: shown !== undefined && shown === format, encoding, encodings };
}

const LOOKED_THROUGH = 32 * 1024 * 1024;
const SHOWN = 64 * 1024;

/** The first lines of a file in which letters stand that tell its encoding: names of columns often have none. */
async function foreignLetters(file: SourceFile): Promise<Buffer> {
  let passed = 0;
  for await (const piece of file.pieces()) {
    if (!isAscii(piece)) {
      const first = piece.findIndex((byte) => byte > 0x7f);
      const line = piece.lastIndexOf(0x0a, first) + 1;
      return Buffer.from(piece.subarray(line, line + SHOWN));
    }
    passed += piece.length;
    if (passed > LOOKED_THROUGH) break;
  }
  return Buffer.alloc(0);
}
