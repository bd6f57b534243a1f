import type { SourceFile } from '../../source-file.ts';

/** A file whose last reading can be asked whether it went to the end of a line. */
export interface WatchedFile {
  file: SourceFile;
  /** False where the last line lacks its end: what a system that ends every line wrote has been cut off there. */
  endedLine(): boolean;
}

/** Watches how a file ends. UTF-16 is told from its mark, or from the encoding that was said. */
export function watchedFile(source: SourceFile, encoding = ''): WatchedFile {
  let ended = false;
  async function* pieces(): AsyncGenerator<Buffer> {
    let length = 0;
    const first: number[] = [];
    let last: number[] = [];
    for await (const piece of source.pieces()) {
      first.push(...piece.subarray(0, 2 - Math.min(2, first.length)));
      last = [...last, ...piece.subarray(-2)].slice(-2);
      length += piece.length;
      yield piece;
    }
    const [one, other] = last;
    if (isWide(first, encoding)) ended = length % 2 === 0 && last.includes(0) && last.includes(0x0a);
    else ended = (length === 1 ? one : other) === 0x0a || (length === 1 ? one : other) === 0x0d;
  }
  return { file: { ...source, pieces }, endedLine: () => ended };
}

function isWide([one, other]: readonly number[], encoding: string): boolean {
  return (one === 0xff && other === 0xfe) || (one === 0xfe && other === 0xff) || /utf-?16|ucs-?2/i.test(encoding);
}
