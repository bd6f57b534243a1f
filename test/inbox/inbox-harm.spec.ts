import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { behind, linesOf, WatchedFolder } from './watched-folder.ts';

let watched: WatchedFolder;

beforeAll(async () => {
  watched = await WatchedFolder.open();
}, 60_000);
beforeEach(() => watched.begin());
afterEach(() => watched.end());
afterAll(() => watched.close());

describe('what is no plain file', () => {
  it('is never followed, opened or moved: links, folders, pipes, and folders no source may be called', async () => {
    const secret = join(watched.inbox, 'elsewhere.csv');
    await writeFile(secret, linesOf(0, 5));
    await watched.mapped();
    await symlink(secret, join(watched.folder, 'link.csv'));
    await symlink('/nowhere', join(watched.folder, 'dangling.csv'));
    await mkdir(join(watched.folder, 'folder.csv'));
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(watched.folder, 'pipe.csv')]);
    await symlink(watched.folder, join(watched.inbox, 'linked'));
    await mkdir(join(watched.inbox, 'no source!'), { recursive: true });
    await writeFile(join(watched.inbox, 'no source!', 'a.csv'), linesOf(0, 5));
    await watched.look();
    await watched.look();
    expect([await watched.imports(), await watched.taken(), await watched.facts()]).toEqual([[], [], 0]);
    expect(await watched.listed('.')).toEqual(['dangling.csv', 'folder.csv', 'link.csv', 'mapping.json', 'pipe.csv']);
    expect(existsSync(secret) && existsSync(join(watched.inbox, 'no source!', 'a.csv'))).toBe(true);
    await rm(join(watched.inbox, 'linked'));
  });

  it('is set aside where a link took the place of a file that had been taken', async () => {
    await watched.mapped();
    await mkdir(join(watched.folder, '.taken'));
    await symlink('/etc/hostname', join(watched.folder, '.taken', `${randomUUID()}-swapped.csv`));
    await watched.settled();
    expect(await watched.told('failed')).toContain('no plain file');
    expect(await watched.facts()).toBe(0);
  });
});

describe('a process that dies', () => {
  const text = linesOf(0, 3_000);

  /** Puts a file as it lies there after the first step, under the id its import will have. */
  async function takenFile(): Promise<string> {
    await watched.mapped();
    const id = randomUUID();
    await mkdir(join(watched.folder, '.taken'));
    await writeFile(join(watched.folder, '.taken', `${id}-october.csv`), text);
    return id;
  }

  async function inOnce(id: string): Promise<void> {
    await watched.settled();
    expect((await watched.imports()).map((one) => [one.id, one.state, one.accepted])).toEqual([[id, 'done', 3_000]]);
    expect(await watched.facts()).toBe(3_000);
    expect(behind(await watched.listed('done'))).toEqual(['october.csv', 'october.csv.txt']);
    expect(await readdir(watched.app.uploadsFolder)).toEqual([]);
  }

  it('after the file was moved aside loses nothing', async () => inOnce(await takenFile()));

  it('in the middle of copying goes on there', async () => {
    const id = await takenFile();
    await mkdir(watched.app.uploadsFolder, { recursive: true });
    await writeFile(join(watched.app.uploadsFolder, id), text.slice(0, 10_000));
    await inOnce(id);
  });

  it('after the import was over tells of it once', async () => {
    const id = await takenFile();
    await watched.settled();
    const [done] = (await watched.listed('done')).filter((name) => name.endsWith('.csv'));
    await rename(join(watched.folder, 'done', done ?? ''), join(watched.folder, '.taken', `${id}-october.csv`));
    await inOnce(id);
  });

  it('beside others that watch the same folder leaves one import', async () => {
    const id = await takenFile();
    await watched.put('beside.csv', linesOf(3_000, 3_500));
    const others = Array.from({ length: 3 }, () => watched.anotherWatcher());
    for (let rounds = 0; rounds < 3; rounds += 1) {
      await Promise.all([watched.watcher, ...others].map((one) => one.round()));
      watched.pass(4_000);
    }
    await watched.settled();
    expect((await watched.imports()).map(({ state, accepted }) => [state, accepted]).sort()).toEqual([
      ['done', 3_000],
      ['done', 500],
    ]);
    expect((await watched.imports()).map((one) => one.id)).toContain(id);
    expect(await watched.listed('done')).toHaveLength(4);
  });
});
