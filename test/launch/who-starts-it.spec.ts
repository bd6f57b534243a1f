import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { findPostmaster } from '../../apps/api/src/embedded-postgres/postmaster.ts';
import { ROOT, type LaunchOptions, endAll, launch } from './launched.ts';

jest.setTimeout(120_000);

const ROOT_USER = 0;
const NOBODY = 65_534;
const me = process.getuid?.() ?? NOBODY;
const PARTS = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'apps',
  'libs',
  'dashboards',
  'seed',
  'dist',
  'node_modules',
];

let outer: string;

beforeEach(() => {
  outer = mkdtempSync(join(tmpdir(), 'bedside-who-'));
});

afterEach(async () => {
  await endAll();
  rmSync(outer, { recursive: true, force: true });
});

/** A clone that is linked, not copied, where the disk allows it. */
function cloneUnder(folder: string): string {
  const clone = join(folder, 'bedside');
  mkdirSync(clone);
  const parts = PARTS.map((part) => join(ROOT, part)).filter((part) => existsSync(part));
  try {
    execFileSync('cp', ['-al', ...parts, clone], { stdio: 'ignore' });
  } catch {
    execFileSync('cp', ['-a', ...parts, clone]);
  }
  return clone;
}

async function startsAndStops(options: LaunchOptions): Promise<{ said: string; ownerOfData: number }> {
  const data = join(options.dataFolder ?? join(options.root ?? ROOT, '.data'), 'postgres', 'data');
  const bedside = launch(options);
  expect((await fetch(`${await bedside.url()}/health/ready`)).status).toBe(200);
  const ownerOfData = statSync(data).uid;
  bedside.process.kill('SIGTERM');
  const { status, said } = await bedside.ended;
  expect(status).toBe(0);
  expect(await findPostmaster(data)).toBeNull();
  return { said, ownerOfData };
}

it('works in a folder that only its user may enter; for root, Postgres then lives outside of it', async () => {
  chmodSync(outer, 0o700);
  const root = cloneUnder(outer);
  const { said, ownerOfData } = await startsAndStops({ root });
  if (me !== ROOT_USER) {
    expect(ownerOfData).toBe(me);
    return;
  }
  const outside = readlinkSync(join(root, '.data', 'postgres'));
  try {
    expect(outside).toMatch(/^\/var\/lib\/bedside\/bedside-[0-9a-f]{8}$/);
    expect(said.split('\n').filter((line) => line.includes(outside))).toHaveLength(1);
    expect(ownerOfData).not.toBe(ROOT_USER);
    expect(statSync(outside).mode & 0o077).toBe(0);
    rmSync(join(root, '.data'), { recursive: true });
    const { said: saidAfresh } = await startsAndStops({ root });
    expect(saidAfresh).toContain(outside);
  } finally {
    rmSync(outside, { recursive: true, force: true });
  }
});

it('works for an ordinary user', async () => {
  const dataFolder = join(outer, 'data');
  if (me !== ROOT_USER) {
    expect((await startsAndStops({ dataFolder })).ownerOfData).toBe(me);
    return;
  }
  chmodSync(outer, 0o755);
  const root = cloneUnder(outer);
  mkdirSync(dataFolder);
  chownSync(dataFolder, NOBODY, NOBODY);
  expect((await startsAndStops({ root, dataFolder, uid: NOBODY })).ownerOfData).toBe(NOBODY);
  // Root afterwards goes on as the user whose data it is.
  expect((await startsAndStops({ root, dataFolder })).ownerOfData).toBe(NOBODY);
});
