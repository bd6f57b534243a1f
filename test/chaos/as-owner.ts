import { setTimeout } from 'node:timers/promises';
import { Client } from 'pg';

const BACK_WITHIN_MS = 60_000;

/** Asks the database as its owner; waits for one that is just coming back. */
export async function asOwner<Result>(ownerUrl: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  for (const until = Date.now() + BACK_WITHIN_MS; ;) {
    const client = new Client({ connectionString: ownerUrl });
    // Cut off while it is idle, it would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await work(client);
    } catch (error) {
      if (Date.now() > until) throw error;
      await setTimeout(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
