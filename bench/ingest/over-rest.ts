import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { Random } from '../../seed/chance/random.ts';
import { measuredOf } from '../measured.ts';
import { timed } from '../timed.ts';
import type { BenchWorld } from './bench-world.ts';
import { DEPARTMENTS } from './hospital.ts';
import { type Measurement, fewRows } from './measurement.ts';
import { emptied } from './raw-copy.ts';

interface Sending {
  name: string;
  rowsPerRequest: number;
  /** Requests under way at once. */
  senders: number;
  /** Of the rows of the small file; requests of one row carry fewer in all. */
  share: number;
}

/** Rows a second over real connections, answered and committed; the senders live in the same process. */
const overRest = ({ name, rowsPerRequest, senders, share }: Sending): Measurement => ({
  name,
  async run(world, size) {
    const requests = Math.max(senders, Math.ceil((fewRows(size) * share) / rowsPerRequest));
    const agent = new Agent({ keepAlive: true, maxSockets: senders });
    const rates: number[] = [];
    for (let round = 0; round < size.pairs; round += 1) {
      await emptied(world);
      const bodies = Array.from({ length: requests }, () => bodyOf(rowsPerRequest));
      const seconds = await timed(() =>
        Promise.all(
          Array.from({ length: senders }, async () => {
            for (let body = bodies.pop(); body !== undefined; body = bodies.pop()) await post(world, agent, body);
          }),
        ),
      );
      rates.push((requests * rowsPerRequest) / seconds);
    }
    agent.destroy();
    return [measuredOf({ bench: 'ingest', name, goal: null, better: 'higher' }, rates)];
  },
});

const random = new Random('bench', 'rest');

const bodyOf = (rows: number): string =>
  Array.from({ length: rows }, () =>
    JSON.stringify({
      externalId: randomUUID(),
      department: random.pick(DEPARTMENTS).code,
      respondedAt: `2025-03-${String(random.between(1, 28)).padStart(2, '0')}T10:00:00Z`,
      csat: random.between(1, 5),
      nps: random.between(0, 10),
      comment: 'Kind, quick and clear. Thank you.',
    }),
  ).join('\n');

function post({ bearer, url }: BenchWorld, agent: Agent, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: bearer, 'content-type': 'application/x-ndjson' };
    const options = { method: 'POST', agent, headers };
    const sent = request(`${url}/api/v1/ingest/survey-responses?source=bench`, options, (answer) => {
      text(answer)
        .then((said) => {
          if (answer.statusCode !== 200) throw new Error(`${answer.statusCode}: ${said}`);
          resolve();
        })
        .catch(reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export const OVER_REST: readonly Measurement[] = [
  overRest({ name: 'rest-rows-a-second-by-the-thousand', rowsPerRequest: 1_000, senders: 4, share: 0.25 }),
  overRest({ name: 'rest-rows-a-second-one-by-one', rowsPerRequest: 1, senders: 64, share: 0.025 }),
];
