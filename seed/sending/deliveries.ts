import { Random } from '../chance/random.ts';
import { NETWORK } from '../network/network.ts';
import { LocalClock } from '../time/local-clock.ts';
import { daysOf, type Feed, type SeedRun } from './feed.ts';
import { linesOf, type Sent } from './lines.ts';
import type { Progress } from './progress.ts';

/** Rows that came together. */
export interface Delivery {
  /** When they came; null for now. */
  at: number | null;
  lines: Iterable<string>;
}

/** How a system sends what it gathers: every night. */
interface Nightly {
  /** How many of a hundred rows come so many days after they happened. */
  lags: Readonly<Record<string, number>>;
  /** Nights up to the last on which nothing has come. */
  missing: number;
}

/** Systems that send each night; the others' rows are handed in all at once. The telephones' has stopped. */
const NIGHTLY: Readonly<Record<string, Nightly>> = {
  'survey-tool': { lags: { '0': 80, '1': 15, '3': 5 }, missing: 0 },
  'feedback-kiosks': { lags: { '0': 100 }, missing: 0 },
  'queue-system': { lags: { '0': 100 }, missing: 0 },
  'phone-system': { lags: { '0': 100 }, missing: 3 },
};

/** Nights of which deliveries are told apart; what is older came at once, as it does when a system is connected. */
const NIGHTS = 42;
const CONNECTED_AT_MINUTE = 6 * 60;
const SENT_AT_MINUTE = 23 * 60 + 30;
/** How much of the work the rows before those nights are. */
const SHARE_BEFORE = 0.94;

/** A feed as it was delivered: its history at once, then night by night what had come by then. */
export function* deliveriesOf(feed: Feed, run: SeedRun, sent: Sent, progress: Progress): Generator<Delivery> {
  const nightly = NIGHTLY[feed.source];
  const { span } = run;
  const from = span.lastDay - NIGHTS;
  if (nightly === undefined || from <= span.firstDay) {
    yield { at: null, lines: linesOf(feed, run, sent, progress) };
    return;
  }
  const clock = new LocalClock(NETWORK.timeZone);
  const before = { ...run, span: { ...span, lastDay: from - 1 } };
  const slower: Progress = {
    show: (one, rows, share) => progress.show(one, rows, share * SHARE_BEFORE),
    stop: () => progress.stop(),
  };
  yield { at: clock.at(from, CONNECTED_AT_MINUTE), lines: linesOf(feed, before, sent, slower) };
  const waiting = new Map<number, string[]>();
  for (let day = from; day <= span.lastDay; day += 1) {
    const [rows = []] = daysOf(feed, { ...run, span: { ...span, firstDay: day, lastDay: day } });
    for (const row of rows) {
      const arrives = day + lagOf(row, nightly);
      waiting.set(arrives, [...(waiting.get(arrives) ?? []), `${JSON.stringify(row)}\n`]);
    }
    const lines = waiting.get(day) ?? [];
    waiting.delete(day);
    if (lines.length === 0 || day > span.lastDay - nightly.missing) continue;
    sent.rows += lines.length;
    const at = clock.at(day, SENT_AT_MINUTE);
    yield { at: at < span.endMs ? at : null, lines: [lines.join('')] };
    progress.show(feed, sent.rows, SHARE_BEFORE + ((1 - SHARE_BEFORE) * (day - from + 1)) / (NIGHTS + 1));
  }
}

function lagOf(row: object, { lags }: Nightly): number {
  const { externalId } = row as { externalId?: unknown };
  return Number(new Random('arrives', String(externalId)).weighted(lags));
}
