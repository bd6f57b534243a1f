import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { eventually } from '../launch/launched.ts';
import { openTestDatabase, type TestDatabase } from '../postgres/test-database.ts';
import { behind, linesOf, MAPPING } from './watched-folder.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ROWS = 60_000;

let database: TestDatabase;
let owner: Client;
let home: string;
let running: ChildProcess | undefined;

beforeEach(async () => {
  database = await openTestDatabase();
  owner = new Client({ connectionString: database.address.ownerUrl });
  await owner.connect();
  home = await mkdtemp(join(tmpdir(), 'bedside-killed-'));
}, 60_000);
afterEach(async () => {
  await kill();
  await owner.end();
  await database.close();
  await rm(home, { recursive: true, force: true });
});

/** The API with the worker it keeps, watching the folder. */
function start(): void {
  const { ownerUrl, applicationUrl = '' } = database.address;
  running = spawn(join(ROOT, 'node_modules', 'node', 'bin', 'node'), [join(ROOT, 'dist', 'api', 'main.js')], {
    cwd: ROOT,
    detached: true,
    stdio: 'ignore',
    env: {
      ...{ PATH: process.env.PATH, PORT: '0', DATABASE_URL: ownerUrl, DATABASE_APP_URL: applicationUrl },
      ...{ BEDSIDE_DATA_DIR: home, BEDSIDE_DEMO: 'no', BEDSIDE_INBOX: join(home, 'inbox') },
    },
  });
}

/** Ends API and worker at once and without a word, as a power cut does. */
async function kill(): Promise<void> {
  const child = running;
  running = undefined;
  if (child?.pid === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

const count = async (sql: string): Promise<number> => Number((await owner.query(sql)).rows[0]?.count);
const listed = (folder: string): Promise<string[]> => readdir(join(home, 'inbox', 'desk', folder)).catch(() => []);

it('goes in exactly once whatever is killed while it is taken, copied and read', async () => {
  const desk = join(home, 'inbox', 'desk');
  await mkdir(desk, { recursive: true });
  const site = { createDepartments: true, site: 'north', dates: { zone: 'Asia/Bangkok' } };
  await writeFile(join(desk, 'mapping.json'), JSON.stringify({ ...MAPPING, mapping: { ...MAPPING.mapping, ...site } }));
  await writeFile(join(desk, 'october.csv'), linesOf(0, ROWS));
  start();
  await eventually('the file is taken', async () => (await listed('.taken')).length > 0, 60_000);
  await kill();
  start();
  await eventually('some of it is in', async () => (await count('select count(*) from import_batch')) > 0, 60_000);
  await kill();
  expect(await count(`select count(*) from import where state = 'running'`)).toBe(1);
  expect(await count('select count(*) from survey_response')).toBeLessThan(ROWS);
  start();
  await eventually('it is done with', async () => (await listed('done')).length === 2, 60_000);
  expect(behind(await listed('done'))).toEqual(['october.csv', 'october.csv.txt']);
  expect((await owner.query('select state, read, accepted from import')).rows).toEqual([
    { state: 'done', read: ROWS, accepted: ROWS },
  ]);
  expect(await count('select count(*) from survey_response')).toBe(ROWS);
  expect(await count('select count(distinct external_id) from survey_response')).toBe(ROWS);
  expect(await readdir(join(home, 'uploads'))).toEqual([]);
}, 200_000);
