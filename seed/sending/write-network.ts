import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { NETWORK } from '../network/network.ts';
import type { Feed, SeedRun } from './feed.ts';
import { linesOf } from './lines.ts';
import type { Progress } from './progress.ts';

/** Writes what would be sent: `structure.json`, and one NDJSON file a feed. Returns the number of rows. */
export async function writeNetwork(
  folder: string,
  feeds: readonly Feed[],
  run: SeedRun,
  progress: Progress,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'structure.json'), `${JSON.stringify(NETWORK, null, 2)}\n`);
  let rows = 0;
  for (const feed of feeds) {
    const sent = { rows: 0 };
    const file = join(folder, `${feed.kind}.${feed.source}.ndjson`);
    await pipeline(Readable.from(linesOf(feed, run, sent, progress)), createWriteStream(file));
    rows += sent.rows;
  }
  return rows;
}
