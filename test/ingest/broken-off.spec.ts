import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { createApp } from '../../apps/api/src/create-app.ts';
import { Database } from '../../apps/api/src/database/database.ts';
import { migrate } from '../../apps/api/src/database/migrate.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../apps/api/src/embedded-postgres/embedded-postgres.ts';
import { findPostmaster } from '../../apps/api/src/embedded-postgres/postmaster.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { type SignedIn, signedIn } from '../app/signed-in.ts';
import { injectAs } from '../app/test-app.ts';
import { setUpOrganisation } from './lakeside.ts';
import { linesOf, type Sending, startSending } from './sending.ts';

const scope = { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' as const };
const STEP = 2_000;

let folder: string;
let postgres: EmbeddedPostgres;
let app: NestFastifyApplication;
let url: string;
let administrator: SignedIn;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-broken-'));
  await chmod(folder, 0o755);
  // What is committed is on its way to the disk, unlike in the other tests: here the server is killed.
  postgres = await startEmbeddedPostgres({ dataFolder: folder, settings: { fsync: 'off', shared_buffers: '64MB' } });
  await migrate(postgres.address);
  app = await createApp({ address: postgres.address });
  administrator = await signedIn(app, { role: 'administrator' });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
  await setUpOrganisation({ inject: injectAs(app, administrator) });
}, 120_000);

afterAll(async () => {
  await app.close();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

const sendings: Sending[] = [];

function startNew(source: string): Sending {
  const sending = startSending(url, 'survey-responses', source, administrator);
  sendings.push(sending);
  return sending;
}

// A connection that a failed test left open would keep the app from closing.
afterEach(() => {
  for (const sending of sendings.splice(0)) sending.breakOff();
});

async function ask<Row>(sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: postgres.address.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

const stored = async (source: string): Promise<number> => {
  const [row] = await ask<{ n: number }>(
    `select count(*)::int as n from survey_response f join source s on s.id = f.source_id where s.code = '${source}'`,
  );
  return row?.n ?? 0;
};

async function until(true_: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 45_000; !(await true_().catch(() => false));) {
    if (Date.now() > end) throw new Error('waited in vain');
    await setTimeout(50);
  }
}

/** Looks at a page again and again while the database goes down and comes back, as several people would. */
async function askThroughout(span: number): Promise<void> {
  for (const end = Date.now() + span; Date.now() < end;) {
    const { statusCode, body } = await app.inject({
      method: 'GET',
      url: '/api/v1/organisation',
      headers: administrator,
    });
    expect({ statusCode, body }).toEqual(
      statusCode === 503
        ? { statusCode, body: expect.stringContaining('try again') }
        : { statusCode: 200, body: expect.anything() },
    );
  }
}

const differences = () => verifyRollups(app.get(Database), scope);

describe('a sender that breaks off', () => {
  it('leaves whole batches, right cells, and a record of what went in', async () => {
    const sending = startNew('abandoned');
    for (let id = 0; id < 26_000; id += STEP) await sending.write(linesOf(id, id + STEP));
    await until(async () => (await stored('abandoned')) >= 10_000);
    sending.breakOff();
    const record = () =>
      ask<{ read: number; accepted: number; fresh: boolean }>(
        `select i.read, i.accepted, i.last_fact_at is not null as fresh from import i join source s on s.id = i.source_id
         where s.code = 'abandoned' and i.finished_at is not null`,
      );
    await until(async () => (await record()).length === 1);
    const facts = await stored('abandoned');
    expect(facts % 10_000).toBe(0);
    expect(await record()).toEqual([{ read: facts, accepted: facts, fresh: true }]);
    expect(await differences()).toEqual([]);
  });
});

describe('a database that is killed in the middle of an import', () => {
  it('loses nothing and doubles nothing once the rows are sent again, and the API goes on by itself', async () => {
    const rows = 60_000;
    const sending = startNew('interrupted');
    await sending.write(linesOf(0, 30_000));
    await until(async () => (await stored('interrupted')) >= 10_000);
    const [{ data_directory: data } = { data_directory: '' }] = await ask<{ data_directory: string }>(
      'show data_directory',
    );
    const postmaster = await findPostmaster(data);
    const asking = Promise.all(Array.from({ length: 12 }, () => askThroughout(2_000)));
    await setTimeout(200);
    process.kill(postmaster?.pid ?? 0, 'SIGKILL');
    await asking;

    for (let id = 30_000; id < rows; id += STEP) await sending.write(linesOf(id, id + STEP));
    const broken = await sending.end();
    expect([200, 503]).toContain(broken.status);
    if (broken.status === 503) expect(broken.body).toContain('try again');

    await until(
      async () =>
        (await app.inject({ method: 'GET', url: '/api/v1/organisation', headers: administrator })).statusCode === 200,
    );
    const before = await stored('interrupted');
    const again = startNew('interrupted');
    for (let id = 0; id < rows; id += STEP) await again.write(linesOf(id, id + STEP));
    const { status, body } = await again.end();
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ read: rows, accepted: rows - before, updated: 0, unchanged: before });
    expect(await stored('interrupted')).toBe(rows);
    expect(await differences()).toEqual([]);
  }, 120_000);

  it('is answered for with a 503 as long as it is away', async () => {
    await postgres.stop();
    for (const [method, path] of [
      ['GET', '/api/v1/organisation'],
      ['GET', '/api/v1/complaints'],
      ['DELETE', '/api/v1/sources/x'],
    ] as const) {
      const answer = await app.inject({ method, url: path, headers: administrator });
      expect(answer.statusCode).toBe(503);
      expect(answer.json().message).toContain('try again');
    }
    const sending = startNew('away');
    await sending.write(linesOf(0, 20_000));
    expect(await sending.end()).toMatchObject({ status: 503, body: expect.stringContaining('try again') });
    expect((await app.inject({ method: 'GET', url: '/health/live' })).statusCode).toBe(200);
    expect((await app.inject({ method: 'GET', url: '/health/ready' })).statusCode).toBe(503);
  });
});
