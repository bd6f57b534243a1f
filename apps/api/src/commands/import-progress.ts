import { SingleBar } from 'cli-progress';
import { withThousands } from './text-table.ts';

export interface ImportProgress {
  bytesRead(bytes: number): void;
  rowsDone(rows: number): void;
  stop(): void;
}

/** A bar that fills as the file is read, with the rows that are done; nothing where nobody is watching. */
export function importProgress(fileBytes: number, stream: NodeJS.WriteStream | undefined): ImportProgress {
  if (stream === undefined) return { bytesRead: () => undefined, rowsDone: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    stream,
    format: '{bar} {percentage} % · {rows} rows · {duration_formatted}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(Math.max(1, fileBytes), 0, { rows: '0' });
  return {
    bytesRead: (bytes) => bar.update(bytes),
    rowsDone: (rows) => bar.update({ rows: withThousands(rows) }),
    stop: () => bar.stop(),
  };
}
