import type { Progress } from './progress.ts';
import { daysOf, type Feed, type SeedRun } from './feed.ts';

/** Characters gathered before they are handed on, so that a row is not a write of its own. */
const CHUNK = 1 << 16;

/** Counts the rows that went out with a feed's lines. */
export interface Sent {
  rows: number;
}

/** A feed as NDJSON, generated only as fast as it is read. */
export function* linesOf(feed: Feed, run: SeedRun, sent: Sent, progress: Progress): Generator<string> {
  const days = run.span.lastDay - run.span.firstDay + 1;
  let day = 0;
  let chunk = '';
  for (const rows of daysOf(feed, run)) {
    day += 1;
    for (const row of rows) chunk += `${JSON.stringify(row)}\n`;
    sent.rows += rows.length;
    if (chunk.length < CHUNK && day < days) continue;
    if (chunk.length > 0) yield chunk;
    chunk = '';
    progress.show(feed, sent.rows, day / days);
  }
}
