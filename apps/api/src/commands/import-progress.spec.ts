import { PassThrough } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { importProgress } from './import-progress.ts';
import { withThousands } from './text-table.ts';

/** A terminal that remembers what was written to it. */
function terminal() {
  const written: string[] = [];
  const stream = Object.assign(new PassThrough(), {
    ...{ isTTY: true, columns: 80, rows: 24 },
    ...{ cursorTo: () => true, moveCursor: () => true, clearLine: () => true, clearScreenDown: () => true },
  });
  stream.on('data', (piece: Buffer) => written.push(piece.toString()));
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => written.join('') };
}

it('shows how much of the file has been read, and how many rows are done', async () => {
  const { stream, text } = terminal();
  const progress = importProgress(2_000, stream);
  progress.bytesRead(500);
  progress.rowsDone(12_345);
  await setTimeout(300);
  progress.stop();
  expect(text()).toContain('0 % · 0 rows');
  expect(text()).toContain(`25 % · ${withThousands(12_345)} rows`);
  expect(text()).toMatch(/█░/);
});
