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

/** What test databases are copied from; whichever test needs it first in a run fills it, the others wait. */
export interface Template {
  name: string;
  /** Fills a new, empty database. */
  fill(address: DatabaseAddress): Promise<void>;
}

const MIGRATED: Template = { name: 'bedside_template', fill: migrate };

/** A fresh database, copied from a template of this run: migrated and empty unless another template is named. */
export async function openTestDatabase(template = MIGRATED): Promise<TestDatabase> {
  const server = await serverOfRun();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asOwner(server.address, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template.name]);
    await ensureFilled(template, client, server.address);
    await client.query(`create database ${name} template ${template.name}`);
  });
  return {
    address: onDatabase(server.address, name),
    close: async () => {
      await asOwner(server.address, (client) => client.query(`drop database ${name} with (force)`));
      await server.release();
    },
  };
}

async function ensureFilled({ name, fill }: Template, client: Client, address: DatabaseAddress): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name]);
  if (rowCount === 1) return;
  await client.query(`drop database if exists ${name}`);
  await client.query(`create database ${name}`);
  await fill(onDatabase(address, name));
  await client.query(`alter database ${name} with is_template true allow_connections false`);
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
