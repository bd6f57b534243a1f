import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import type { DatabaseAddress } from '../../apps/api/src/database/data-source.ts';
import { migrate } from '../../apps/api/src/database/migrate.ts';
import type { EmbeddedPostgres } from '../../apps/api/src/embedded-postgres/embedded-postgres.ts';
import { startTestServer } from './test-server.ts';

export interface TestDatabase {
  /** `ownerUrl` owns the tables; `applicationUrl` is what the API works as. */
  address: DatabaseAddress;
  /** Drops the database; whoever is still connected is cut off. */
  close(): Promise<void>;
}

const TEMPLATE = 'bedside_template';
/** Names the lock that one test builds the template under; any fixed number does. */
const TEMPLATE_LOCK = 714_209_432;

/** A fresh, migrated, empty database, copied from a template of this run. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = await serverOfRun();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(server.address, async (client) => {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    await ensureTemplate(client, server.address);
    await client.query(`create database ${name} template ${TEMPLATE}`);
  });
  return {
    address: onDatabase(server.address, name),
    close: async () => {
      await asOwner(server.address, (client) => client.query(`drop database ${name} with (force)`));
      await server.release();
    },
  };
}

async function ensureTemplate(client: Client, address: DatabaseAddress): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [TEMPLATE]);
  if (rowCount === 1) return;
  await client.query(`drop database if exists ${TEMPLATE}`);
  await client.query(`create database ${TEMPLATE}`);
  await migrate(onDatabase(address, TEMPLATE));
  await client.query(`alter database ${TEMPLATE} with is_template true allow_connections false`);
}

const onDatabase = ({ ownerUrl, applicationUrl }: DatabaseAddress, name: string): DatabaseAddress => ({
  ownerUrl: ownerUrl.replace(/[^/]+$/, name),
  applicationUrl: applicationUrl?.replace(/[^/]+$/, name),
});

async function asOwner<Result>(
  { ownerUrl }: DatabaseAddress,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The Postgres the whole run shares; without one, a Postgres of this process that lives while any of its databases does. */
async function serverOfRun(): Promise<{ address: DatabaseAddress; release(): Promise<void> }> {
  const port = process.env.BEDSIDE_TEST_POSTGRES_PORT;
  if (port === undefined) return ownServer();
  const answer: DatabaseAddress | { trouble: string } = JSON.parse(await text(connect(Number(port), '127.0.0.1')));
  if ('trouble' in answer) throw new Error(answer.trouble);
  return { address: answer, release: async () => undefined };
}

let own: Promise<EmbeddedPostgres> | undefined;
let users = 0;

async function ownServer(): Promise<{ address: DatabaseAddress; release(): Promise<void> }> {
  own ??= startTestServer();
  users += 1;
  const server = await own;
  return {
    address: server.address,
    release: async () => {
      users -= 1;
      if (users > 0) return;
      own = undefined;
      await server.stop();
    },
  };
}
