import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { ROOT, endAll, eventually, launch } from './launched.ts';

jest.setTimeout(120_000);

/** What a clone shares with this one; its launcher is its own, since a program is where its file is. */
const SHARED = [
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'node_modules', 'libs', 'dashboards', 'seed'],
  ...['apps/api', 'apps/web', 'dist/api', 'dist/web', 'dist/api.stamp', 'dist/web.stamp'],
];

/** A demo of one ward and one office, sent as the real one is. */
const SMALL_DEMO = `
const url = process.argv[process.argv.indexOf('--url') + 1];
const departments = [{ code: 'ward-4b', name: 'Ward 4B' }, { code: 'billing-office', name: 'Billing' }];
const site = { code: 'main', name: 'Main', timeZone: 'Europe/Vilnius', departments };
const answer = await fetch(new URL('/api/v1/organisation/structure', url), {
  method: 'PUT',
  headers: { 'content-type': 'application/json', authorization: 'Bearer ' + process.env.BEDSIDE_KEY },
  body: JSON.stringify({ name: 'St. Test', timeZone: 'Europe/Vilnius', demo: true, sites: [site] }),
});
process.exitCode = answer.ok ? 0 : 1;
`;

let outer: string;
let root: string;

beforeEach(async () => {
  outer = mkdtempSync(join(tmpdir(), 'bedside-demo-'));
  chmodSync(outer, 0o755);
  root = join(outer, 'bedside');
  for (const folder of ['apps', 'dist/seed']) mkdirSync(join(root, folder), { recursive: true });
  cpSync(join(ROOT, 'apps', 'launcher'), join(root, 'apps', 'launcher'), { recursive: true });
  for (const part of SHARED) symlinkSync(join(ROOT, part), join(root, part));
  const { digestOf }: typeof import('../../apps/launcher/build.mjs') = await import(
    join(root, 'apps', 'launcher', 'build.mjs')
  );
  writeFileSync(join(root, 'dist', 'seed', 'main.js'), SMALL_DEMO);
  writeFileSync(join(root, 'dist', 'seed.stamp'), digestOf('seed'));
});

afterEach(async () => {
  await endAll();
  rmSync(outer, { recursive: true, force: true });
});

const start = () => launch({ root, dataFolder: join(outer, 'data'), environment: { BEDSIDE_DEMO: '' } });

it('prints a sign-in for each role once the demo is loaded, which works, and the same at the next start', async () => {
  const first = start();
  const url = await first.url();
  const printed = (said: string): string[] => said.split('\n').filter((line) => line.includes('@demo.example'));
  await eventually('five sign-ins are printed', () => printed(first.said()).length === 5);
  const [, email, password] = /(\S+@demo\.example)\s+(\S+)/.exec(printed(first.said())[0] ?? '') ?? [];
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  });
  expect(answer.status).toBe(200);
  expect(first.said()).not.toContain('first-administrator');
  first.process.kill('SIGTERM');
  const { said } = await first.ended;
  const second = start();
  await second.url();
  await eventually('they are printed again', () => printed(second.said()).length === 5);
  expect(printed(second.said())).toEqual(printed(said));
});
