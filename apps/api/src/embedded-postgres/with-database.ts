import { Client } from 'pg';
import type { DatabaseAddress } from '../database/data-source.ts';
import { migrate } from '../database/migrate.ts';
import { dataFolder } from './data-folder.ts';
import { findEmbeddedPostgres } from './embedded-postgres.ts';
import { namedAddress } from './named-address.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { DatabaseInUse } from './postgres-trouble.ts';

/** How long a command waits for another one that is just starting or stopping the database. */
const SETTLES_WITHIN_MS = 30_000;

/**
 * Runs a command's work on the installation's database, migrated: the one DATABASE_URL names, else the embedded one. The
 * embedded database of a running Bedside is used as it is; otherwise it runs for as long as the work does, and as long as
 * the work of other commands that have joined in the meantime.
 */
export async function withDatabase<Result>(
  work: (address: DatabaseAddress) => Promise<Result>,
  say: (line: string) => void = () => undefined,
): Promise<Result> {
  for (const until = Date.now() + SETTLES_WITHIN_MS; ;) {
    try {
      const running = namedAddress() === null ? await findEmbeddedPostgres(dataFolder()) : null;
      if (running !== null) return await asGuest(running, work);
      return await asHost(await openDatabase(say, 0), work);
    } catch (error) {
      if (!(error instanceof DatabaseInUse) || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

async function asHost<Result>(
  database: OpenDatabase,
  work: (address: DatabaseAddress) => Promise<Result>,
): Promise<Result> {
  try {
    return await work(database.address);
  } finally {
    if (namedAddress() === null) await guestsLeft(database.address);
    await database.close();
  }
}

/** Holds one connection throughout, which is how the host knows that somebody is still at work. */
async function asGuest<Result>(
  address: DatabaseAddress,
  work: (address: DatabaseAddress) => Promise<Result>,
): Promise<Result> {
  const presence = new Client({ connectionString: address.ownerUrl, application_name: GUEST });
  presence.on('error', () => undefined);
  await presence.connect().catch((cause: unknown) => {
    throw new DatabaseInUse('The database of the running Bedside is just starting or stopping. Try again.', { cause });
  });
  try {
    await migrate(address);
    return await work(address);
  } finally {
    await presence.end();
  }
}

const GUEST = 'bedside guest';

async function guestsLeft({ ownerUrl }: DatabaseAddress): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    for (;;) {
      const { rowCount } = await client.query('select 1 from pg_stat_activity where application_name = $1', [GUEST]);
      if (rowCount === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  } finally {
    await client.end();
  }
}
