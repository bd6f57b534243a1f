import { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { SourceFile } from '../../source-file.ts';

/** The directory of an archive stands at its end; that of a workbook is far smaller than this. */
const TAIL_BYTES = 1024 * 1024;

/** Lets an archive be read at any place of a file that itself is only read from its beginning: what lies before is skipped. */
export class ArchiveBytes extends yauzl.RandomAccessReader {
  private tail = Buffer.alloc(0);
  /** Hears how far into the file reading has come. */
  onRead: ((bytes: number) => void) | undefined;

  constructor(private readonly file: SourceFile) {
    super();
  }

  /** Takes the end of the file to memory; returns how many bytes there are in all. */
  async measure(): Promise<number> {
    let last: Buffer[] = [];
    let kept = 0;
    let length = 0;
    for await (const piece of this.file.pieces()) {
      last.push(Buffer.from(piece));
      kept += piece.length;
      length += piece.length;
      if (kept > 2 * TAIL_BYTES) {
        last = [Buffer.concat(last).subarray(-TAIL_BYTES)];
        kept = TAIL_BYTES;
      }
    }
    this.tail = Buffer.concat(last).subarray(-TAIL_BYTES);
    this.tailStart = length - this.tail.length;
    return length;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    if (start >= this.tailStart) {
      return Readable.from([this.tail.subarray(start - this.tailStart, end - this.tailStart)], { objectMode: false });
    }
    return Readable.from(this.range(start, end), { objectMode: false });
  }

  private tailStart = 0;

  private async *range(start: number, end: number): AsyncGenerator<Buffer> {
    let position = 0;
    for await (const piece of this.file.pieces()) {
      const [from, to] = [Math.max(start - position, 0), Math.min(end - position, piece.length)];
      position += piece.length;
      if (from < to) {
        this.onRead?.(position);
        yield Buffer.from(piece.subarray(from, to));
      }
      if (position >= end) return;
    }
  }
}
