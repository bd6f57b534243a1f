import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ROOT } from './launched.ts';

let clone: string;

beforeEach(() => {
  clone = realpathSync(mkdtempSync(join(tmpdir(), 'bedside-set-up-')));
  cpSync(join(ROOT, 'apps', 'launcher'), join(clone, 'apps', 'launcher'), { recursive: true });
  for (const file of ['package.json', 'package-lock.json', 'tsconfig.json']) write(file, '{}');
  for (const file of ['apps/api/src/a.ts', 'apps/web/src/a.ts', 'libs/a.ts', 'dashboards/a.ts', 'seed/a.ts'])
    write(file, '1');
});

afterEach(() => rmSync(clone, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  writeFileSync(join(clone, path), text);
}

describe('what is built again', () => {
  const PARTS = ['api', 'web', 'seed'] as const;

  async function digests(): Promise<string[]> {
    const { digestOf }: typeof import('../../apps/launcher/build.mjs') = await import(
      join(clone, 'apps/launcher/build.mjs')
    );
    return PARTS.map((part) => digestOf(part));
  }

  it.each([
    ['a source of the API', 'apps/api/src/a.ts', ['api']],
    ['a new file of the web app', 'apps/web/src/b.vue', ['web']],
    ['a lib', 'libs/a.ts', ['api', 'web', 'seed']],
    ['a dashboard', 'dashboards/a.ts', ['web']],
    ['the demo', 'seed/a.ts', ['seed']],
    ['the lockfile', 'package-lock.json', ['api', 'web', 'seed']],
    ['a test', 'apps/api/src/a.spec.ts', []],
    ['a page of documentation', 'docs/a.md', []],
  ])('after a change of %s', async (_what, path, expected) => {
    const before = await digests();
    write(path, '2');
    const after = await digests();
    expect(PARTS.filter((_part, index) => before[index] !== after[index])).toEqual(expected);
  });

  it('nothing, after a checkout that changes dates alone', async () => {
    const before = await digests();
    utimesSync(join(clone, 'libs/a.ts'), 1, 1);
    expect(await digests()).toEqual(before);
  });
});

describe('what is installed again', () => {
  const locked = (packages: object): string => JSON.stringify({ packages: { '': {}, ...packages } });
  const one = { version: '1.0.0', integrity: 'sha512-one' };
  const elsewhere = { ...one, optional: true };

  it.each([
    ['everything is there', { 'node_modules/one': one }, { 'node_modules/one': one }, true],
    ['more is there', { 'node_modules/one': one }, { 'node_modules/one': one, 'node_modules/two': one }, true],
    ['one is missing', { 'node_modules/one': one, 'node_modules/two': one }, { 'node_modules/one': one }, false],
    ['one is older', { 'node_modules/one': { ...one, version: '1.0.1' } }, { 'node_modules/one': one }, false],
    [
      'one was replaced',
      { 'node_modules/one': { ...one, integrity: 'sha512-two' } },
      { 'node_modules/one': one },
      false,
    ],
    ['a part for other machines is missing', { 'node_modules/mac': elsewhere }, {}, true],
  ])('%s', async (_case, wanted, present, expected) => {
    write('package-lock.json', locked(wanted));
    write('node_modules/.package-lock.json', locked(present));
    write('node_modules/node/bin/node', '');
    expect(await installed()).toBe(expected);
  });

  it('the pinned Node is missing, because npm ran no scripts', async () => {
    write('package-lock.json', locked({}));
    write('node_modules/.package-lock.json', locked({}));
    expect(await installed()).toBe(false);
  });

  it('npm was cut short, and left no list', async () => {
    write('package-lock.json', locked({ 'node_modules/one': one }));
    write('node_modules/node/bin/node', '');
    expect(await installed()).toBe(false);
  });

  async function installed(): Promise<boolean> {
    const { isInstalled }: typeof import('../../apps/launcher/install.mjs') = await import(
      join(clone, 'apps/launcher/install.mjs')
    );
    return isInstalled();
  }
});
