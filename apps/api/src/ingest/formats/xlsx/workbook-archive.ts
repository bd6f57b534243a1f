import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { SourceFile } from '../../source-file.ts';
import { UnreadableFile } from '../../unreadable-file.ts';
import { ArchiveBytes } from './archive-bytes.ts';

/** A workbook has a few dozen parts; what has thousands is something else. */
const MOST_PARTS = 10_000;
/** More than the largest sheet that a spreadsheet program can hold takes, unpacked. */
const LARGEST_PART = 2 * 1024 * 1024 * 1024;
/** A part that grows more than this by being unpacked, and to more than that, was made to fill memory or time. */
const STEEPEST = 250;
const STEEP_FROM = 32 * 1024 * 1024;

/** The parts of a workbook, unpacked as they are read. */
export interface WorkbookArchive {
  has(part: string): boolean;
  /** The text of a part in pieces. Throws `UnreadableFile` for one that is broken, or too large. */
  text(part: string, onRead?: (bytes: number) => void): AsyncGenerator<string>;
  /** Unpacks a part and compares it with its checksum. Throws `UnreadableFile`. */
  check(part: string): Promise<void>;
}

/** Opens a file as an archive. Throws `UnreadableFile` for one that is none, is cut off, or would not end. */
export async function openArchive(file: SourceFile): Promise<WorkbookArchive> {
  const bytes = new ArchiveBytes(file);
  const broken = (): UnreadableFile =>
    new UnreadableFile(`${file.name} is no whole workbook: it is broken or cut off. Save it again as .xlsx.`);
  const { zip, entries } = await directoryOf(bytes).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? error : broken();
  });
  if (entries === undefined) throw tooLarge(file.name);

  async function* unpacked(part: string, onRead?: (bytes: number) => void): AsyncGenerator<Buffer> {
    const entry = entries?.get(part);
    if (entry === undefined) throw broken();
    if (isTooLarge(entry)) throw tooLarge(file.name);
    bytes.onRead = onRead;
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Buffer;
    } catch (error) {
      throw error instanceof UnreadableFile ? error : broken();
    } finally {
      bytes.onRead = undefined;
    }
  }
  return {
    has: (part) => entries.has(part),
    async *text(part, onRead) {
      const decoder = new TextDecoder('utf-8', { fatal: true });
      const decoded = (chunk?: Buffer): string => {
        try {
          return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
        } catch {
          throw broken();
        }
      };
      for await (const chunk of unpacked(part, onRead)) yield decoded(chunk);
      yield decoded();
    },
    async check(part) {
      let sum = 0;
      for await (const chunk of unpacked(part)) sum = crc32(chunk, sum);
      if (sum !== entries.get(part)?.crc32) throw broken();
    },
  };
}

/** The parts by name; undefined where there are too many. */
async function directoryOf(bytes: ArchiveBytes): Promise<{ zip: ZipFile; entries?: Map<string, Entry> }> {
  const length = await bytes.measure();
  const zip = await yauzl.fromRandomAccessReaderPromise(bytes, length, { lazyEntries: true, autoClose: false });
  if (zip.entryCount > MOST_PARTS) return { zip };
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return { zip, entries };
}

function isTooLarge({ uncompressedSize, compressedSize }: Entry): boolean {
  if (uncompressedSize > LARGEST_PART) return true;
  return uncompressedSize > STEEP_FROM && uncompressedSize > STEEPEST * compressedSize;
}

function tooLarge(name: string): UnreadableFile {
  return new UnreadableFile(`${name} unpacks to more than can be read. Save the table as CSV UTF-8 and import that.`);
}
