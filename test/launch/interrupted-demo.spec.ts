import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ROOT } from './launched.ts';

let clone: string;
let seedDemo: typeof import('../../apps/launcher/seed-demo.mjs').seedDemo;
let wantsDemo: typeof import('../../apps/launcher/seed-demo.mjs').wantsDemo;

beforeEach(async () => {
  clone = realpathSync(mkdtempSync(join(tmpdir(), 'bedside-demo-')));
  cpSync(join(ROOT, 'apps', 'launcher'), join(clone, 'apps', 'launcher'), { recursive: true });
  for (const folder of ['dist/seed', '.data', 'node_modules']) mkdirSync(join(clone, folder), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules', 'node'), join(clone, 'node_modules', 'node'));
  ({ seedDemo, wantsDemo } = await import(join(clone, 'apps/launcher/seed-demo.mjs')));
});

afterEach(() => rmSync(clone, { recursive: true }));

const seedThat = (code: string): void => writeFileSync(join(clone, 'dist', 'seed', 'main.js'), code);

it('an empty database gets the demo, one in use does not', () => {
  seedThat('');
  expect(wantsDemo(true)).toBe(true);
  expect(wantsDemo(false)).toBe(false);
});

it('a demo cut short is gone on with, until it is complete', async () => {
  seedThat('process.exit(1)');
  expect(await seedDemo('http://localhost:1')).toBe(false);
  expect(wantsDemo(false)).toBe(true);
  seedThat('process.exit(process.argv.includes("http://localhost:1") ? 0 : 1)');
  expect(await seedDemo('http://localhost:1')).toBe(true);
  expect(wantsDemo(false)).toBe(false);
});

it('a demo cut short is never gone on with in another database', async () => {
  seedThat('process.exit(1)');
  await seedDemo('http://localhost:1');
  process.env.DATABASE_URL = 'postgres://elsewhere/records';
  expect(wantsDemo(false)).toBe(false);
  delete process.env.DATABASE_URL;
});

it('who wants none gets none', () => {
  seedThat('');
  process.env.BEDSIDE_DEMO = 'no';
  expect(wantsDemo(true)).toBe(false);
  delete process.env.BEDSIDE_DEMO;
});
