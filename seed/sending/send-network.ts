import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import { NETWORK } from '../network/network.ts';
import type { Feed, SeedRun } from './feed.ts';
import { type Delivery, deliveriesOf } from './deliveries.ts';
import { send } from './post.ts';
import type { Progress } from './progress.ts';
import { Refused } from './refused.ts';

/** What became of all rows together. */
export interface Outcome {
  read: number;
  accepted: number;
  updated: number;
  unchanged: number;
}

/** The Bedside that the network is sent to. */
export interface Receiver {
  base: URL;
  /** Lets the sender describe an organisation and send rows of every source. */
  key: string | undefined;
}

/** Sends the organisation, then each feed delivery by delivery as it came, each in a streamed request; throws Refused unless every row went in. */
export async function sendNetwork(
  { base, key }: Receiver,
  feeds: readonly Feed[],
  run: SeedRun,
  progress: Progress,
): Promise<Outcome> {
  const at = (path: string): URL => new URL(`api/v1/${path}`, base);
  await send('PUT', at('organisation/structure'), { type: 'application/json', key }, [JSON.stringify(NETWORK)]);
  const outcome: Outcome = { read: 0, accepted: 0, updated: 0, unchanged: 0 };
  for (const feed of feeds) {
    const sent = { rows: 0 };
    const url = at(`ingest/${feed.kind}?source=${feed.source}`);
    const result = await sendFeed(url, key, deliveriesOf(feed, run, sent, progress));
    checkAllWentIn(feed, sent.rows, result);
    outcome.read += result.read;
    outcome.accepted += result.accepted;
    outcome.updated += result.updated;
    outcome.unchanged += result.unchanged;
  }
  return outcome;
}

/** What became of the rows of a feed. */
type Became = Omit<IngestResultDto, 'masked'>;

/** Sends the deliveries of a feed one after the other; tells what became of them together. */
async function sendFeed(url: URL, key: string | undefined, deliveries: Iterable<Delivery>): Promise<Became> {
  const sum: Became = { read: 0, accepted: 0, updated: 0, unchanged: 0, quarantined: 0, rejects: [] };
  for (const { at, lines } of deliveries) {
    const to = new URL(url);
    if (at !== null) to.searchParams.set('deliveredAt', new Date(at).toISOString());
    const result = JSON.parse(await send('POST', to, { type: 'application/x-ndjson', key }, lines)) as IngestResultDto;
    for (const what of ['read', 'accepted', 'updated', 'unchanged', 'quarantined'] as const) sum[what] += result[what];
    sum.rejects = [...sum.rejects, ...result.rejects];
  }
  return sum;
}

function checkAllWentIn(feed: Feed, sent: number, result: Became): void {
  const { read, accepted, updated, unchanged, quarantined, rejects } = result;
  if (read === sent && quarantined === 0 && accepted + updated + unchanged === read) return;
  const [first] = rejects;
  const why = first === undefined ? '' : ` The first one refused, row ${first.row}: ${first.message}`;
  throw new Refused(
    `Not all ${feed.kind} of ${feed.source} went in: ${sent} sent, ${read} read, ${accepted} accepted, ` +
      `${updated} updated, ${unchanged} unchanged, ${quarantined} refused.${why}`,
  );
}
