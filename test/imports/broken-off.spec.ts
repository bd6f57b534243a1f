import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ImportDto, ImportsDto } from '#contracts/imports.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { runBedside } from '../../apps/api/src/commands/bedside-program.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { Housekeeping } from '../../apps/api/src/housekeeping/housekeeping.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import type { Candidate } from '../../apps/api/src/ingest/rows/candidate.ts';
import { candidateOf } from '../../apps/api/src/ingest/ndjson.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';
import type { Ask } from '../uploads/sending.ts';
import { answersCsv, granted, whenEnded } from './importing.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ROWS = 60_000;

let app: TestApp;
let ask: Ask;
let folder: string;
let file: string;

beforeAll(async () => {
  app = await openTestApp({ worker: true });
  ask = app.inject;
  folder = await mkdtemp(join(tmpdir(), 'bedside-broken-off-'));
  file = join(folder, 'answers.csv');
  await Promise.all([writeFile(file, answersCsv(ROWS)), setUpOrganisation(app)]);
}, 60_000);

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const asked = <Row>(sql: string, source: string): Promise<Row[]> =>
  app.database.inScope(HOME_SCOPE, ({ query }) => query<Row>(sql, [source]));

const storedOf = async (source: string): Promise<number> => {
  const [counted] = await asked<{ rows: number }>(
    `select count(*)::int as rows from survey_response f join source s
       on s.organisation_id = f.organisation_id and s.id = f.source_id where s.code = $1`,
    source,
  );
  return counted?.rows ?? 0;
};

const importOf = async (source: string): Promise<ImportDto | undefined> =>
  (await granted<ImportsDto>(ask, 'GET', `/api/v1/imports?source=${source}`)).imports.at(-1);

/** As long a silence as tells that a process is dead. */
const silence = (source: string): Promise<unknown> =>
  asked(
    `update import i set held_until = clock_timestamp() - interval '1 second' from source s
     where s.organisation_id = i.organisation_id and s.id = i.source_id and s.code = $1`,
    source,
  );

const argumentsFor = (source: string): string[] => ['import', file, '--kind=survey-responses', `--source=${source}`];

async function command(...args: string[]): Promise<{ status: number; printed: string; noted: string }> {
  const [printed, noted]: string[][] = [[], []];
  const status = await runBedside(args, {
    onDatabase: (work) => work(app.database, HOME_SCOPE),
    print: (text) => void printed?.push(text),
    note: (text) => void noted?.push(text),
    readLine: () => Promise.resolve(''),
    dataFolder: folder,
    signal: new AbortController().signal,
    status: 0,
  });
  return { status, printed: printed?.join('\n') ?? '', noted: noted?.join('\n') ?? '' };
}

/** `npm run bedside -- …` in a process of its own, with all it starts, so that it can be killed as a whole. */
function runApart(args: readonly string[]): ChildProcess {
  const { ownerUrl, applicationUrl = '' } = app.address;
  return spawn(join(ROOT, 'node_modules', 'node', 'bin', 'node'), ['apps/launcher/bedside.mjs', ...args], {
    cwd: ROOT,
    detached: true,
    stdio: 'ignore',
    env: {
      ...{ PATH: process.env.PATH, DATABASE_URL: ownerUrl, DATABASE_APP_URL: applicationUrl },
      BEDSIDE_DATA_DIR: folder,
    },
  });
}

it('is what an import is told as whose command was killed; it goes on when that is run again, or is taken back', async () => {
  const source = 'killed';
  const child = runApart(argumentsFor(source));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while ((await storedOf(source)) === 0) {
    if (child.exitCode !== null) throw new Error('the command ended by itself');
    await setTimeout(20);
  }
  process.kill(-(child.pid ?? 0), 'SIGKILL');
  await ended;
  const running = await importOf(source);
  expect(running).toMatchObject({ state: 'running', way: 'command-line', undoable: false });
  const id = running?.id ?? '';
  expect(await command('undo', id)).toMatchObject({ status: 1, noted: expect.stringContaining('still being sent') });
  expect((await ask({ method: 'POST', url: `/api/v1/imports/${id}/undo` })).statusCode).toBe(409);

  await silence(source);
  const stored = await storedOf(source);
  const broken = await importOf(source);
  expect(broken).toMatchObject({ state: 'broken-off', accepted: stored, undoable: true });
  expect(broken?.read).toBe(stored + (broken?.quarantined ?? 0));
  expect(broken?.read).toBeLessThan(ROWS);
  expect(Date.parse(broken?.finishedAt ?? '')).toBeLessThan(Date.now());
  const listed = await command('imports');
  expect(listed.printed).toContain('broken off');
  expect(listed.noted).toContain('Send the same file or rows again');

  const again = await command(...argumentsFor(source), '--json');
  expect(JSON.parse(again.printed)).toMatchObject({ read: ROWS, unchanged: stored });
  expect(await storedOf(source)).toBe(0.9 * ROWS);
  const undone = await command('undo', id, '--json');
  expect(JSON.parse(undone.printed)).toMatchObject({ removed: stored });
  expect(await granted(ask, 'GET', `/api/v1/imports/${id}`)).toMatchObject({ state: 'undone' });
  expect(await storedOf(source)).toBe(0.9 * ROWS - stored);
  expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
}, 60_000);

/** Rows of a sender that falls silent after the first few, until it is told to go on. */
async function* haltingRows(until: Promise<void>): AsyncGenerator<Candidate[]> {
  const rows = (from: number) =>
    Array.from({ length: 50 }, (_, index) => {
      const row = {
        externalId: `h-${from + index}`,
        department: 'ward-4b',
        respondedAt: '2026-09-01T10:00:00Z',
        csat: 4,
      };
      return candidateOf(from + index, JSON.stringify(row), row);
    });
  yield rows(1);
  yield rows(51);
  await until;
  yield rows(101);
}

function sendHalting(source: string): { goOn: () => void; ended: Promise<unknown> } {
  let goOn: () => void = () => undefined;
  const until = new Promise<void>((resolve) => (goOn = resolve));
  const target = { kind: 'survey-responses', source } as const;
  const ended = app.app.get(IngestService).ingest(HOME_SCOPE, target, haltingRows(until), { batchRows: 50 });
  ended.catch(() => undefined);
  return { goOn, ended };
}

async function whenStored(source: string): Promise<void> {
  while ((await storedOf(source)) === 0) await setTimeout(10);
}

it('is closed by the housekeeping where nobody looks, and goes on where its process was only slow', async () => {
  const { goOn, ended } = sendHalting('slow');
  await whenStored('slow');
  await silence('slow');
  await app.app.get(Housekeeping).round();
  const states = () =>
    asked<{ state: string }>(
      `select i.state from import i join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
       where s.code = $1`,
      'slow',
    );
  expect(await states()).toEqual([{ state: 'broken-off' }]);
  goOn();
  await ended;
  expect(await importOf('slow')).toMatchObject({ state: 'done', read: 150, accepted: 150 });
}, 30_000);

it('keeps out what still comes of an import that was taken back meanwhile', async () => {
  const { goOn, ended } = sendHalting('taken-back');
  await whenStored('taken-back');
  await silence('taken-back');
  const broken = await importOf('taken-back');
  await granted(ask, 'POST', `/api/v1/imports/${broken?.id}/undo`);
  await whenEnded(ask, { id: broken?.id ?? '' }, ({ state }) => state === 'undone');
  goOn();
  await expect(ended).rejects.toThrow('Send it again as a whole');
  expect(await storedOf('taken-back')).toBe(0);
  expect(await importOf('taken-back')).toMatchObject({ state: 'undone' });
  expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
}, 30_000);
