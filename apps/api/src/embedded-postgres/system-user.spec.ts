import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { parsePasswd, reachable } from './system-user.ts';

const STRANGER = { name: 'stranger', uid: 64_123, gid: 64_123 };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bedside-user-'));
  await mkdir(join(folder, 'inner'));
  await writeFile(join(folder, 'inner', 'file'), '');
});

afterEach(() => rm(folder, { recursive: true }));

it.each([
  [0o755, 0o755, 0o644, true],
  [0o711, 0o711, 0o644, true],
  [0o700, 0o755, 0o644, false],
  [0o755, 0o700, 0o644, false],
  [0o755, 0o755, 0o600, false],
])('a stranger behind folders %o and %o reaches a file %o: %s', async (outer, inner, file, expected) => {
  await chmod(join(folder, 'inner', 'file'), file);
  await chmod(join(folder, 'inner'), inner);
  await chmod(folder, outer);
  expect(await reachable(join(folder, 'inner', 'file'), STRANGER)).toBe(expected);
});

it('the owner reaches what is shut to everybody else', async () => {
  await chmod(folder, 0o700);
  const { uid, gid } = await stat(folder);
  expect(await reachable(join(folder, 'inner'), { name: 'me', uid, gid })).toBe(true);
});

it('reads the users of a machine, all but root', () => {
  expect(parsePasswd('root:x:0:0:root:/root:/bin/bash\npostgres:x:101:104:::/bin/bash\nbroken\n')).toEqual([
    { name: 'postgres', uid: 101, gid: 104 },
  ]);
});
