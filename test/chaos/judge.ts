import { Client } from 'pg';
import type { Journal, Sender } from './sender.ts';
import { SENT_KINDS } from './sent-kinds.ts';

/** How the tables differ from what was acknowledged, in words; nothing where they agree. */
export async function differencesFrom(ownerUrl: string, senders: readonly Sender[]): Promise<string[]> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const found: string[] = [];
    for (const { source, journals, unanswered } of senders) {
      for (const { name, storedSql } of SENT_KINDS) {
        const { rows } = await client.query<{ id: string; version: number }>(storedSql, [source]);
        const stored = new Map(rows.map(({ id, version }) => [id, version]));
        if (stored.size !== rows.length) found.push(`${source}: ${rows.length - stored.size} ${name} are there twice`);
        const open = unanswered();
        const maybe: Journal = open?.name === name ? open.becomes : new Map();
        const told = journals.get(name) ?? new Map<string, number | null>();
        for (const [id, version] of told) {
          const is = stored.get(id) ?? null;
          if (is !== version && !(maybe.has(id) && maybe.get(id) === is)) {
            found.push(`${source}: ${name}, ${id} is ${is}, and ${version} was acknowledged`);
          }
        }
        for (const [id, version] of stored) {
          if (!told.has(id) && maybe.get(id) !== version) found.push(`${source}: ${name}, ${id} was never sent so`);
        }
      }
    }
    return found;
  } finally {
    await client.end();
  }
}
