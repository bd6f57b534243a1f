import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..');
const CRUISE = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
const PARTS = ['apps', 'libs', 'dashboards', 'seed', 'test'];

/** Every stray import of a tree, as `rule: from → to`. */
function strayImports(folder: string): Promise<string[]> {
  const args = ['--config', join(folder, '.dependency-cruiser.mjs'), '--output-type', 'json', ...PARTS];
  return new Promise((found, failed) => {
    execFile(process.execPath, [CRUISE, ...args], { cwd: folder, maxBuffer: 2 ** 28 }, (_status, json, said) => {
      if (!json.startsWith('{')) return failed(new Error(said || json));
      const violations: { rule: { name: string }; from: string; to: string }[] = JSON.parse(json).summary.violations;
      found(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`));
    });
  });
}

it('nobody imports what they may not', async () => {
  expect(await strayImports(ROOT)).toEqual([]);
});

describe('a stray import is found', () => {
  const STRAY = [
    ['libs-domain-imports', 'libs/domain/a.ts', 'libs/metrics/a.ts'],
    ['libs-metrics-imports', 'libs/metrics/b.ts', 'libs/contracts/b.ts'],
    ['libs-contracts-imports', 'libs/contracts/c.ts', 'apps/api/src/c.ts'],
    ['dashboards-imports', 'dashboards/d.ts', 'libs/metrics/d.ts'],
    ['apps-api-imports', 'apps/api/src/e.ts', 'apps/web/src/e.ts'],
    ['apps-web-imports', 'apps/web/src/f.ts', 'apps/api/src/f.ts'],
    ['apps-web-imports', 'apps/web/src/FrontPage.vue', 'apps/api/src/g.ts'],
    ['apps-api-imports', 'apps/api/src/h.ts', 'seed/h.ts'],
    ['apps-launcher-imports', 'apps/launcher/i.mjs', 'libs/domain/i.ts'],
    ['seed-imports', 'seed/j.ts', 'apps/api/src/j.ts'],
    ['nobody-imports-tests', 'apps/api/src/k.ts', 'test/k.ts'],
    ['specs-stay-at-home', 'libs/domain/l.spec.ts', 'apps/api/src/l.ts'],
    ['api-facts-looks-ahead', 'apps/api/src/facts/m.ts', 'apps/api/src/ingest/m.ts'],
    ['api-rollups-looks-ahead', 'apps/api/src/rollups/n.ts', 'apps/api/src/facts/n.ts'],
    ['web-takes-types-from-contracts', 'apps/web/src/t.ts', 'libs/contracts/t.dto.ts'],
    ['api-metrics-read-rollups-only', 'apps/api/src/metrics/o.ts', 'apps/api/src/facts/o.ts'],
  ] as const;
  const RIGHT = [
    ['libs/metrics/p.ts', 'libs/domain/p.ts'],
    ['apps/web/src/q.ts', 'dashboards/q.ts'],
    ['apps/api/src/ingest/r.ts', 'apps/api/src/facts/r.ts'],
    ['apps/api/src/s.spec.ts', 'test/postgres/s.ts'],
  ] as const satisfies readonly (readonly [from: string, to: string])[];

  let tree: string;
  let found: string[];

  beforeAll(async () => {
    tree = realpathSync(mkdtempSync(join(tmpdir(), 'bedside-imports-')));
    for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json', 'package.json'])
      cpSync(join(ROOT, file), join(tree, file));
    for (const part of PARTS) mkdirSync(join(tree, part));
    for (const [from, to] of [...STRAY.map(([, from, to]) => [from, to] as const), ...RIGHT]) {
      write(to, 'export const here = 1;');
      write(from, importing(from, relative(dirname(from), to)));
    }
    write('libs/domain/impure.ts', `import { readFileSync } from 'node:fs'; export { readFileSync };`);
    write('libs/domain/one.ts', `import { two } from './two.ts'; export const one = (): unknown => two;`);
    write('libs/domain/two.ts', `import { one } from './one.ts'; export const two = (): unknown => one;`);
    found = await strayImports(tree);
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  function write(path: string, text: string): void {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }

  function importing(from: string, path: string): string {
    const code = `import { here } from '${path.startsWith('.') ? path : `./${path}`}'; export const there = here;`;
    return from.endsWith('.vue') ? `<script lang="ts">\n${code}\n</script>\n<template><p></p></template>\n` : code;
  }

  it.each(STRAY)('%s: %s → %s', (rule, from, to) => {
    expect(found).toContain(`${rule}: ${from} → ${to}`);
  });

  it('a lib that reads a file', () => {
    expect(found).toContain('libs-domain-is-pure: libs/domain/impure.ts → fs');
  });

  it('two files in a circle', () => {
    expect(found.filter((line) => line.startsWith('no-cycles'))).not.toHaveLength(0);
  });

  it.each(RIGHT)('%s may import %s', (from, to) => {
    expect(found.filter((line) => line.includes(`${from} → ${to}`))).toEqual([]);
  });
});
