import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { complaintAbout } from '../../apps/launcher/old-node.mjs';
import { type TemporaryFolder, temporaryFolder } from './data-folder.ts';
import { endAll, launch } from './launched.ts';

jest.setTimeout(60_000);

let folder: TemporaryFolder;

beforeEach(async () => {
  folder = await temporaryFolder();
});

afterEach(async () => {
  await endAll();
  await folder.remove();
});

/** What was said after the lines of progress: one sentence or two, never a stack. */
const lastLine = (said: string): string => said.trim().split('\n').at(-1) ?? '';

it('refuses a second start in the same folder, and says where the first is', async () => {
  const first = launch({ dataFolder: folder.path });
  const url = await first.url();
  const { status, said } = await launch({ dataFolder: folder.path }).ended;
  expect(status).toBe(1);
  expect(said.trim()).toBe(
    `Bedside is already running from this folder at ${url} (process ${first.process.pid}). Use that one, or stop it first: kill ${first.process.pid}`,
  );
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
});

it('takes over a lock whose process number belongs to another program by now', async () => {
  writeFileSync(join(folder.path, 'running.json'), JSON.stringify({ pid: process.pid, born: '1', url: 'http://old' }));
  await expect(launch({ dataFolder: folder.path }).url()).resolves.toMatch(/^http:/);
});

it('names another port when its own is taken', async () => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  const { port } = other.address() as { port: number };
  const { status, said } = await launch({ dataFolder: folder.path, environment: { PORT: String(port) } }).ended;
  other.close();
  expect(status).toBe(1);
  expect(lastLine(said)).toBe(
    `Port ${port} is taken by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`,
  );
  expect(await folder.postgres()).toBeNull();
});

it('refuses a port that is none', async () => {
  const { status, said } = await launch({ dataFolder: folder.path, environment: { PORT: 'http' } }).ended;
  expect(status).toBe(1);
  expect(lastLine(said)).toBe('PORT is http, which is not a port. Set it to a number from 1024 to 65535, or unset it.');
});

it.each([
  ['postgres://bedside:hush@127.0.0.1:1/none', '127.0.0.1:1/none (DATABASE_URL) does not answer'],
  ['postgres://bedside:hush@no-such-host.invalid/none', 'no-such-host.invalid/none (DATABASE_URL) does not answer'],
  ['hush', 'DATABASE_URL is not an address'],
])('says what is wrong with DATABASE_URL=%s, and keeps its password', async (DATABASE_URL, sentence) => {
  const { status, said } = await launch({ dataFolder: folder.path, environment: { DATABASE_URL } }).ended;
  expect(status).toBe(1);
  expect(lastLine(said)).toContain(sentence);
  expect(lastLine(said)).toContain('unset');
  expect(said).not.toContain('hush');
});

it('says so when its folder cannot be written', async () => {
  const { status, said } = await launch({ dataFolder: '/sys/bedside' }).ended;
  expect(status).toBe(1);
  expect(lastLine(said)).toMatch(/^The (folder|disk that holds) \/sys\/bedside .* (writable|read-only)/);
});

describe('an old Node', () => {
  it.each([
    ['12.22.0', false],
    ['18.20.4', false],
    ['20.18.3', false],
    ['20.19.0', true],
    ['22.0.0', true],
    ['26.10.0', true],
  ])('%s will do: %s', (version, enough) => {
    expect(complaintAbout(version) === null).toBe(enough);
  });

  it('is refused in one sentence', async () => {
    const pretend = `Object.defineProperty(process, 'versions', { value: { node: '18.20.4' } })`;
    const old = `data:text/javascript,${encodeURIComponent(pretend)}`;
    const { status, said } = await launch({ dataFolder: folder.path, nodeFlags: ['--import', old] }).ended;
    expect(status).toBe(1);
    expect(said.trim()).toBe(
      'Bedside needs Node 20.19 or newer, and this is 18.20.4. Install a newer Node from https://nodejs.org and start again.',
    );
  });
});
