import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { APPLICATION_ROLE } from '../database/application-role.ts';
import type { DatabaseAddress } from '../database/data-source.ts';
import { clusterFolder } from './cluster-folder.ts';
import { OWNER, clusterPassword, createCluster } from './create-cluster.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { type PostgresSettings, SETTINGS } from './postgres-settings.ts';
import { PostgresTrouble, troubleWith } from './postgres-trouble.ts';
import { findPostmaster, stopPostmaster, stopProcess } from './postmaster.ts';
import { alive, ended, parentOf } from './running-process.ts';
import { startPostgres } from './start-postgres.ts';
import { userForPostgres } from './system-user.ts';

interface EmbeddedPostgresOptions {
  /** Where Bedside keeps its data; the database is its folder `postgres`. */
  dataFolder: string;
  /** Settings over the usual ones. */
  settings?: PostgresSettings;
  /** Receives the few lines an operator should read. */
  say?: (line: string) => void;
}

export interface EmbeddedPostgres {
  address: DatabaseAddress;
  /** Cuts all connections and waits until nothing of it is left running. */
  stop(): Promise<void>;
}

const DATABASE = 'bedside';
/** How long the Postgres of a Bedside that is just stopping is waited for. */
const PREDECESSOR_STOPS_WITHIN_MS = 20_000;

/**
 * Starts the database that comes with Bedside, creating it the first time. One left running by a Bedside that was killed
 * is stopped first. Throws a `PostgresTrouble` whose message tells the operator what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataFolder, settings, say = () => undefined } = options;
  const folder = resolve(dataFolder);
  try {
    const user = await userForPostgres(join(folder, 'postgres', 'data'));
    const home = await clusterFolder(folder, user, say);
    const binaries = await postgresBinaries(home, user);
    await settlePredecessor(home);
    const password = await clusterPassword(home, user);
    await createCluster(home, binaries.initdb, user);
    await writeFile(join(home, 'starter'), String(process.pid));
    const { process: child, port } = await startPostgres({
      home,
      user,
      postgres: binaries.postgres,
      settings: { ...SETTINGS, ...settings },
    });
    const stopAtExit = () => child.kill('SIGINT');
    process.once('exit', stopAtExit);
    const address = addressOf(port, password);
    await createDatabase(address.ownerUrl, password);
    return {
      address,
      stop: async () => {
        process.off('exit', stopAtExit);
        if (child.exitCode === null && child.signalCode === null && child.pid !== undefined)
          await stopProcess(child.pid);
      },
    };
  } catch (error) {
    throw troubleWith(folder, error);
  }
}

/** The embedded database that a living Bedside of this folder runs; null when there is none. */
export async function findEmbeddedPostgres(dataFolder: string): Promise<DatabaseAddress | null> {
  const home = join(resolve(dataFolder), 'postgres');
  const postmaster = await findPostmaster(join(home, 'data'));
  if (postmaster === null || !postmaster.ready || (await isOrphan(home, postmaster.pid))) return null;
  return addressOf(postmaster.port, await readFile(join(home, 'password'), 'utf8'));
}

/** Stops an orphan at once; gives one whose Bedside lives a while to end, and then says who is in the way. */
async function settlePredecessor(home: string): Promise<void> {
  const data = join(home, 'data');
  const postmaster = await findPostmaster(data);
  if (postmaster === null) return;
  const starter = await starterOf(home);
  for (const until = Date.now() + PREDECESSOR_STOPS_WITHIN_MS; Date.now() < until;) {
    if (await isOrphan(home, postmaster.pid)) return stopPostmaster(data);
    if (await ended(postmaster.pid, 250)) return;
  }
  if (alive(postmaster.pid)) {
    throw new PostgresTrouble(
      `Another Bedside command (process ${starter}) is using the database in ${home}. Wait until it has ended, then start again.`,
    );
  }
}

const starterOf = async (home: string): Promise<number> =>
  Number(await readFile(join(home, 'starter'), 'utf8').catch(() => 0));

/** Orphaned processes are adopted, so that their parent is no longer the one that started them. */
const isOrphan = async (home: string, pid: number): Promise<boolean> =>
  (await parentOf(pid)) !== (await starterOf(home));

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
