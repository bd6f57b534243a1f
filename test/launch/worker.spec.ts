import { readdir, readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { ImportDto } from '#contracts/imports.dto.ts';
import { parentOf } from '../../apps/api/src/embedded-postgres/running-process.ts';
import { answersCsv, beginImport, whenEnded } from '../imports/importing.ts';
import { STRUCTURE } from '../ingest/lakeside.ts';
import type { Ask } from '../uploads/sending.ts';
import { type AdministratorHeaders, becomeAdministrator, signInAgain } from './administrator.ts';
import { type TemporaryFolder, temporaryFolder } from './data-folder.ts';
import { type Launched, endAll, eventually, launch } from './launched.ts';

jest.setTimeout(180_000);

const ROWS = 120_000;

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(async () => {
  await endAll();
  await folder.remove();
});

/** Asks over the network as somebody who has signed in. */
function asker(origin: string, headers: AdministratorHeaders): Ask {
  return async ({ method, url, payload, headers: more }) => {
    const isJson = payload !== undefined && !Buffer.isBuffer(payload);
    const answer = await fetch(`${origin}${String(url)}`, {
      method,
      headers: { ...headers, ...(isJson && { 'content-type': 'application/json' }), ...(more as AdministratorHeaders) },
      ...(payload !== undefined && { body: isJson ? JSON.stringify(payload) : new Uint8Array(payload as Buffer) }),
    });
    const body = await answer.text();
    return { statusCode: answer.status, body, json: () => JSON.parse(body) };
  };
}

/** The process that does the long work of a Bedside, once there is one. */
async function workerOf({ process: { pid } }: Launched, before?: number): Promise<number> {
  let found: number | undefined;
  await eventually('it has a worker', async () => {
    for (const name of (await readdir('/proc')).filter((one) => /^\d+$/.test(one))) {
      const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
      if (!command.includes('worker.js') || Number(name) === before) continue;
      const api = await parentOf(Number(name));
      if (api !== null && (await parentOf(api)) === pid) found = Number(name);
    }
    return found !== undefined;
  });
  return found ?? 0;
}

async function begin(bedside: Launched): Promise<{ ask: Ask; begun: ImportDto }> {
  const ask = asker(await bedside.url(), await becomeAdministrator(bedside));
  const structured = await ask({ method: 'PUT', url: '/api/v1/organisation/structure', payload: STRUCTURE });
  expect(structured.statusCode).toBe(200);
  const begun = await beginImport(ask, answersCsv(ROWS), { kind: 'survey-responses' });
  await whenEnded(ask, begun, ({ read, state }) => read > 0 && state === 'running');
  return { ask, begun };
}

const WHOLE = { state: 'done', read: ROWS, accepted: 0.9 * ROWS, updated: 0, unchanged: 0, quarantined: 0.1 * ROWS };

it('goes on with an import whose worker was killed, in a worker that is started anew, and takes each row in once', async () => {
  const bedside = launch({ dataFolder: folder.path });
  const { ask, begun } = await begin(bedside);
  const first = await workerOf(bedside);
  process.kill(first, 'SIGKILL');
  const second = await workerOf(bedside, first);
  process.kill(second, 'SIGKILL');
  expect(await whenEnded(ask, begun)).toMatchObject(WHOLE);
  bedside.process.kill('SIGTERM');
  expect((await bedside.ended).status).toBe(0);
});

it.each(['SIGTERM', 'SIGKILL'] as const)('goes on with an import after %s and another start', async (signal) => {
  const bedside = launch({ dataFolder: folder.path });
  const { begun } = await begin(bedside);
  const worker = await workerOf(bedside);
  bedside.process.kill(signal);
  await bedside.ended;
  await eventually('the worker has ended as well', async () => (await parentOf(worker)) === null, 30_000);
  const again = launch({ dataFolder: folder.path });
  const url = await again.url();
  const ask = asker(url, await signInAgain(url));
  expect(await whenEnded(ask, begun)).toMatchObject(WHOLE);
});
