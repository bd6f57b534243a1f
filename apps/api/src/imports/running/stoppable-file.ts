import type { SourceFile } from '../../ingest/source-file.ts';

/** The same file, read no further once the signal is aborted: looking through a large one takes minutes. */
export function stoppable(file: SourceFile, signal: AbortSignal): SourceFile {
  return {
    ...{ name: file.name, bytes: file.bytes },
    async *pieces() {
      for await (const piece of file.pieces()) {
        signal.throwIfAborted();
        yield piece;
      }
    },
  };
}
