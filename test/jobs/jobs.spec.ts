import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { HOME_ORGANISATION_ID, HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { applicationDataSource } from '../../apps/api/src/database/data-source.ts';
import { Database } from '../../apps/api/src/database/database.ts';
import { installJobs } from '../../apps/api/src/jobs/jobs-schema.ts';
import { Jobs } from '../../apps/api/src/jobs/jobs.ts';
import { type TestDatabase, openTestDatabase } from '../postgres/test-database.ts';

interface Process {
  jobs: Jobs;
  database: Database;
  end(): Promise<void>;
}

let testDatabase: TestDatabase;
let owner: Client;
let processes: Process[];

beforeEach(async () => {
  Logger.overrideLogger(false);
  testDatabase = await openTestDatabase();
  owner = new Client({ connectionString: testDatabase.address.ownerUrl });
  await owner.connect();
  processes = [];
});

afterEach(async () => {
  for (const { end } of processes) await end();
  await owner.end();
  await testDatabase.close();
});

/** Something that takes up jobs, with connections of its own. */
async function beginProcess(): Promise<Process> {
  const dataSource: DataSource = await applicationDataSource(testDatabase.address).initialize();
  const database = new Database(dataSource);
  const jobs = new Jobs(database);
  let ended = false;
  const begun: Process = {
    jobs,
    database,
    end: async () => {
      if (ended) return;
      ended = true;
      await jobs.onModuleDestroy();
      await dataSource.destroy();
    },
  };
  processes.push(begun);
  return begun;
}

const aboutImport = () => ({ organisationId: HOME_ORGANISATION_ID, importId: randomUUID() });

/** Resolves once it is told so often. */
function counted(times: number): { told: string[]; tell(one: string): void; all: Promise<void> } {
  const told: string[] = [];
  let enough: () => void = () => undefined;
  const all = new Promise<void>((resolve) => (enough = resolve));
  return {
    told,
    tell: (one) => {
      told.push(one);
      if (told.length === times) enough();
    },
    all,
  };
}

const until = async (true_: () => Promise<boolean>): Promise<void> => {
  while (!(await true_())) await new Promise((resolve) => setTimeout(resolve, 50));
};

const jobRows = async (): Promise<{ state: string; output: unknown }[]> =>
  (await owner.query('select state, output from jobs.job')).rows;

it('keeps a job and the rows that go with it together', async () => {
  const { jobs, database } = await beginProcess();
  const refused = database.inScope(HOME_SCOPE, async (transaction) => {
    await jobs.send(transaction, 'import', aboutImport());
    throw new Error('thought better of it');
  });
  await expect(refused).rejects.toThrow('thought better of it');
  expect(await jobRows()).toEqual([]);
  await database.inScope(HOME_SCOPE, (transaction) => jobs.send(transaction, 'import', aboutImport()));
  expect(await jobRows()).toMatchObject([{ state: 'created' }]);
});

it('has each job done by one of several processes', async () => {
  const [one, two] = [await beginProcess(), await beginProcess()];
  const sent = Array.from({ length: 6 }, aboutImport);
  const { told, tell, all } = counted(sent.length);
  for (const { jobs } of [one, two]) await jobs.work('import', async ({ importId }) => tell(importId), 2);
  await one.database.inScope(HOME_SCOPE, async (transaction) => {
    for (const data of sent) await one.jobs.send(transaction, 'import', data);
  });
  await all;
  await until(async () => (await jobRows()).every(({ state }) => state === 'completed'));
  expect(told.sort()).toEqual(sent.map(({ importId }) => importId).sort());
});

it('begins a job again that broke off, and keeps nothing of what it said', async () => {
  const { jobs, database } = await beginProcess();
  const { tell, all } = counted(2);
  let tries = 0;
  await jobs.work('import', async () => {
    tell('tried');
    if ((tries += 1) === 1) throw new Error('the words of a patient');
  });
  await database.inScope(HOME_SCOPE, (transaction) => jobs.send(transaction, 'import', aboutImport()));
  await until(async () => JSON.stringify(await jobRows()).includes('broke off'));
  expect(JSON.stringify(await jobRows())).not.toContain('patient');
  await all;
});

it('leaves the job of a process that stops to another', async () => {
  const first = await beginProcess();
  const started = counted(1);
  await first.jobs.work('import', async (_data, signal) => {
    started.tell('first');
    await new Promise((_, interrupted) => signal.addEventListener('abort', () => interrupted(new Error('stopping'))));
  });
  await first.database.inScope(HOME_SCOPE, (transaction) => first.jobs.send(transaction, 'import', aboutImport()));
  await started.all;
  await first.end();
  const second = await beginProcess();
  const taken = counted(1);
  await second.jobs.work('import', async () => taken.tell('second'));
  await taken.all;
});

it('gives the job of a process that is silent to another', async () => {
  const [dead, alive] = [await beginProcess(), await beginProcess()];
  const taken = counted(1);
  let release: () => void = () => undefined;
  await dead.jobs.work('import', () => new Promise((resolve) => (release = resolve)));
  await dead.database.inScope(HOME_SCOPE, (transaction) => dead.jobs.send(transaction, 'import', aboutImport()));
  await until(async () => (await jobRows())[0]?.state === 'active');
  await owner.query(`update jobs.job set heartbeat_on = now() - interval '1 minute'`);
  await alive.jobs.work('import', async () => taken.tell('alive'));
  await taken.all;
  release();
});

it('takes jobs back at once from a process that is known to be dead', async () => {
  const [dead, alive] = [await beginProcess(), await beginProcess()];
  let held: Parameters<Jobs['giveBack']>[0] = [];
  let release: () => void = () => undefined;
  dead.jobs.onHolding = (holds) => (held = holds);
  await dead.jobs.work('undo-import', () => new Promise((resolve) => (release = resolve)));
  await dead.database.inScope(HOME_SCOPE, (transaction) =>
    dead.jobs.send(transaction, 'undo-import', { ...aboutImport(), by: null }),
  );
  await until(async () => held.length === 1);
  const taken = counted(1);
  await alive.jobs.giveBack(held);
  await alive.jobs.work('undo-import', async () => taken.tell('alive'));
  await taken.all;
  release();
});

it('is installed once, and changed by nobody but the owner', async () => {
  const before = await owner.query(`select oid from pg_class where relnamespace = 'jobs'::regnamespace order by oid`);
  await installJobs(owner);
  const after = await owner.query(`select oid from pg_class where relnamespace = 'jobs'::regnamespace order by oid`);
  expect(after.rows).toEqual(before.rows);
  const { rows } = await owner.query(
    `select has_schema_privilege('bedside_app', 'jobs', 'create') as creates,
       bool_or(has_table_privilege('bedside_app', oid, 'truncate')) as truncates
     from pg_class where relnamespace = 'jobs'::regnamespace and relkind in ('r', 'p')`,
  );
  expect(rows).toEqual([{ creates: false, truncates: false }]);
});
