import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { APPLICATION_ROLE } from '../database/application-role.ts';
import type { DatabaseAddress } from '../database/data-source.ts';
import { clusterFolder } from './cluster-folder.ts';
import { OWNER, clusterPassword, createCluster } from './create-cluster.ts';
import { keepPostgres } from './keep-postgres.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { type PostgresSettings, SETTINGS } from './postgres-settings.ts';
import { DatabaseInUse, troubleWith } from './postgres-trouble.ts';
import { findPostmaster, isOrphan, stopPostmaster } from './postmaster.ts';
import { ended, parentOf } from './running-process.ts';
import { userForPostgres } from './system-user.ts';

interface EmbeddedPostgresOptions {
  /** Where Bedside keeps its data; the database is its folder `postgres`. */
  dataFolder: string;
  /** Settings over the usual ones. */
  settings?: PostgresSettings;
  /** Receives the few lines an operator should read. */
  say?: (line: string) => void;
  /** How long the Postgres of another Bedside, which is perhaps just stopping, is waited for. */
  predecessorStopsWithinMs?: number;
}

export interface EmbeddedPostgres {
  address: DatabaseAddress;
  /** Cuts all connections and waits until nothing of it is left running. */
  stop(): Promise<void>;
}

const DATABASE = 'bedside';

/**
 * Starts the database that comes with Bedside, creating it the first time. One left running by a Bedside that was killed
 * is stopped first. Throws a `PostgresTrouble` whose message tells the operator what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataFolder, settings, say = () => undefined, predecessorStopsWithinMs = 20_000 } = options;
  const folder = resolve(dataFolder);
  try {
    const user = await userForPostgres(join(folder, 'postgres', 'data'));
    const home = await clusterFolder(folder, user, say);
    const binaries = await postgresBinaries(home, user);
    await settlePredecessor(home, predecessorStopsWithinMs);
    const password = await clusterPassword(home, user);
    await createCluster(home, binaries.initdb, user);
    const { port, stop } = await keepPostgres({
      home,
      user,
      postgres: binaries.postgres,
      settings: { ...SETTINGS, ...settings },
    });
    const address = addressOf(port, password);
    await createDatabase(address.ownerUrl, password);
    return { address, stop };
  } catch (error) {
    throw troubleWith(folder, error);
  }
}

/** The embedded database that a living Bedside of this folder runs; null when there is none that takes connections. */
export async function findEmbeddedPostgres(dataFolder: string): Promise<DatabaseAddress | null> {
  const home = join(resolve(dataFolder), 'postgres');
  const postmaster = await findPostmaster(join(home, 'data'));
  if (postmaster === null || !postmaster.ready || (await isOrphan(postmaster.pid))) return null;
  return addressOf(postmaster.port, await readFile(join(home, 'password'), 'utf8'));
}

/** Stops an orphan at once; gives one whose Bedside lives a while to end, and then says who is in the way. */
async function settlePredecessor(home: string, withinMs: number): Promise<void> {
  const data = join(home, 'data');
  const postmaster = await findPostmaster(data);
  if (postmaster === null) return;
  for (const until = Date.now() + withinMs; ;) {
    if (await isOrphan(postmaster.pid)) return stopPostmaster(data);
    if (await ended(postmaster.pid, 250)) return;
    if (Date.now() > until) break;
  }
  throw new DatabaseInUse(
    `Another Bedside command (process ${await parentOf(postmaster.pid)}) is using the database in ${home}. Wait until it has ended, then start again.`,
  );
}

function addressOf(port: number, password: string): DatabaseAddress {
  const urlFor = (role: string): string => `postgres://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return { ownerUrl: urlFor(OWNER), applicationUrl: urlFor(APPLICATION_ROLE) };
}

/** The first time: the database, and the role the API signs in as, which owns nothing. */
async function createDatabase(ownerUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl.replace(/[^/]+$/, 'postgres') });
  await client.connect();
  try {
    const roles = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE]);
    if (roles.rowCount === 0) {
      await client.query(`create role ${APPLICATION_ROLE} login nosuperuser nobypassrls password '${password}'`);
    }
    const databases = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (databases.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
