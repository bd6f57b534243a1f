import { SingleBar } from 'cli-progress';
import type { Feed } from './feed.ts';

/** Tells a person how far it has come: a bar on a terminal, otherwise a line now and then. */
export interface Progress {
  /** `share` (0–1) of a feed is through, which made so many rows. */
  show(feed: Feed, rows: number, share: number): void;
  stop(): void;
}

const EVERY_MS = 5_000;

/** How much of all feeds is through, in percent, when `feed` is through to a share and those before it wholly. */
export function percentOf(feeds: readonly Feed[], feed: Feed, share: number): number {
  const weigh = (some: readonly Feed[]): number => some.reduce((sum, { rowsPerWeek }) => sum + rowsPerWeek, 0);
  const before = weigh(feeds.slice(0, feeds.indexOf(feed)));
  return (100 * (before + feed.rowsPerWeek * share)) / weigh(feeds);
}

const WORDS: Record<Feed['kind'], string> = {
  'survey-responses': 'survey responses',
  waits: 'waits',
  complaints: 'complaints',
  'complaint-events': 'complaint histories',
  reviews: 'reviews',
  'survey-counts': 'monthly counts',
};

export function barProgress(feeds: readonly Feed[], stream: NodeJS.WritableStream): Progress {
  const bar = new SingleBar({
    format: 'Demo network {bar} {percentage} % | {rows} {words}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: false,
    stream,
  });
  bar.start(100, 0, { rows: '', words: 'the organisation' });
  return {
    show: (feed, rows, share) => {
      bar.update(Math.floor(percentOf(feeds, feed, share)), {
        rows: rows.toLocaleString('en'),
        words: WORDS[feed.kind],
      });
    },
    stop: () => bar.stop(),
  };
}

export function lineProgress(feeds: readonly Feed[], write: (line: string) => void, now: () => number): Progress {
  let last = now();
  return {
    show: (feed, rows, share) => {
      if (now() - last < EVERY_MS) return;
      last = now();
      const percent = Math.floor(percentOf(feeds, feed, share));
      write(`Demo network: ${percent} %, ${rows.toLocaleString('en')} ${WORDS[feed.kind]} from ${feed.source}`);
    },
    stop: () => undefined,
  };
}
