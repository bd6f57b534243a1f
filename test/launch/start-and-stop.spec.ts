import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { parentOf } from '../../apps/api/src/embedded-postgres/running-process.ts';
import { type AdministratorHeaders, becomeAdministrator, printedLink, signInAgain } from './administrator.ts';
import { type TemporaryFolder, temporaryFolder } from './data-folder.ts';
import { type Launched, endAll, eventually, launch } from './launched.ts';

jest.setTimeout(90_000);

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(async () => {
  await endAll();
  await folder.remove();
});

const structure = {
  name: 'St. Test',
  timeZone: 'Europe/Vilnius',
  sites: [{ code: 'main', name: 'Main', timeZone: 'Europe/Vilnius', departments: [{ code: 'er', name: 'Emergency' }] }],
};

async function describe(bedside: Launched): Promise<AdministratorHeaders> {
  const url = await bedside.url();
  const headers = await becomeAdministrator(bedside);
  const answer = await fetch(`${url}/api/v1/organisation/structure`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(structure),
  });
  expect(answer.status).toBe(200);
  return headers;
}

async function nameAt(url: string, headers?: AdministratorHeaders): Promise<string> {
  const answer = await fetch(`${url}/api/v1/organisation`, { headers: headers ?? (await signInAgain(url)) });
  return ((await answer.json()) as { name: string }).name;
}

it.each(['SIGTERM', 'SIGINT'] as const)('serves, and leaves nothing running after %s', async (signal) => {
  const bedside = launch({ dataFolder: folder.path });
  const url = await bedside.url();
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  expect(await folder.postgres()).not.toBeNull();
  bedside.process.kill(signal);
  expect((await bedside.ended).status).toBe(0);
  expect(await folder.postgres()).toBeNull();
  await expect(fetch(url)).rejects.toThrow();
});

it('prints a new link at each start until there is an administrator, and the old one is worth nothing', async () => {
  const first = launch({ dataFolder: folder.path });
  await first.url();
  const old = await printedLink(first);
  first.process.kill('SIGTERM');
  await first.ended;
  const second = launch({ dataFolder: folder.path });
  const url = await second.url();
  expect(await printedLink(second)).not.toBe(old);
  const answer = await fetch(`${url}/api/v1/links/look`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ purpose: 'first-administrator', token: old.split('#')[1] }),
  });
  expect(answer.status).toBe(404);
  await becomeAdministrator(second);
  second.process.kill('SIGTERM');
  await second.ended;
  const third = launch({ dataFolder: folder.path });
  await third.url();
  third.process.kill('SIGTERM');
  expect((await third.ended).said).not.toContain('first-administrator');
});

it('stops cleanly even while it is starting', async () => {
  const bedside = launch({ dataFolder: folder.path });
  await eventually('it is starting', () => bedside.said().includes('Starting'));
  bedside.process.kill('SIGTERM');
  expect((await bedside.ended).status).toBe(0);
  expect(await folder.postgres()).toBeNull();
});

it('keeps what it was told across a stop', async () => {
  const first = launch({ dataFolder: folder.path });
  await describe(first);
  first.process.kill('SIGTERM');
  await first.ended;
  const second = launch({ dataFolder: folder.path });
  expect(await nameAt(await second.url())).toBe('St. Test');
});

it('stops the database when the launcher is killed, and starts again', async () => {
  const first = launch({ dataFolder: folder.path });
  await describe(first);
  first.process.kill('SIGKILL');
  await first.ended;
  await eventually('the database has stopped', async () => (await folder.postgres()) === null);
  const second = launch({ dataFolder: folder.path });
  expect(await nameAt(await second.url())).toBe('St. Test');
});

it('recovers when everything but the database was killed', async () => {
  const first = launch({ dataFolder: folder.path });
  await describe(first);
  const orphan = (await folder.postgres()) ?? 0;
  const api = (await parentOf(orphan)) ?? 0;
  first.process.kill('SIGKILL');
  process.kill(api, 'SIGKILL');
  await first.ended;
  const second = launch({ dataFolder: folder.path });
  expect(await nameAt(await second.url())).toBe('St. Test');
  expect(await folder.postgres()).not.toBe(orphan);
});

it('recovers when everything was killed, the database too', async () => {
  const first = launch({ dataFolder: folder.path });
  await describe(first);
  const postgres = (await folder.postgres()) ?? 0;
  const api = (await parentOf(postgres)) ?? 0;
  for (const pid of [first.process.pid ?? 0, api, postgres]) process.kill(pid, 'SIGKILL');
  await first.ended;
  const second = launch({ dataFolder: folder.path });
  expect(await nameAt(await second.url())).toBe('St. Test');
});

it('starts the API again when that alone was killed', async () => {
  const bedside = launch({ dataFolder: folder.path });
  await bedside.url();
  process.kill((await parentOf((await folder.postgres()) ?? 0)) ?? 0, 'SIGKILL');
  await eventually('it serves again', () => bedside.said().split('Bedside is at').length === 3);
  bedside.process.kill('SIGTERM');
  expect((await bedside.ended).status).toBe(0);
  expect(await folder.postgres()).toBeNull();
});

it('brings the database back when that alone was killed', async () => {
  const bedside = launch({ dataFolder: folder.path });
  const url = await bedside.url();
  const headers = await describe(bedside);
  const killed = (await folder.postgres()) ?? 0;
  process.kill(killed, 'SIGKILL');
  await eventually('another database serves', async () => ![null, killed].includes(await folder.postgres())).catch(
    async (error: Error) => {
      throw new Error(`${error.message}\n${bedside.said()}\n${await folder.postgresLog()}`);
    },
  );
  await eventually('it is ready', async () => (await fetch(`${url}/health/ready`)).status === 200);
  expect(await nameAt(url, headers)).toBe('St. Test');
  bedside.process.kill('SIGTERM');
  expect((await bedside.ended).status).toBe(0);
  expect(await folder.postgres()).toBeNull();
});
