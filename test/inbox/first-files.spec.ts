import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Inbox } from '../../apps/api/src/inbox/inbox.ts';
import { inboxFolder } from '../../apps/api/src/inbox/inbox-folder.ts';
import { openTestApp } from '../app/test-app.ts';
import { linesOf, MAPPING } from './watched-folder.ts';

describe('where nothing is set up yet', () => {
  it('says so, unless the mapping names the first site', async () => {
    const home = await mkdtemp(join(tmpdir(), 'bedside-inbox-'));
    const empty = await openTestApp({ inboxFolder: home, worker: true });
    const { mapping } = MAPPING;
    const site = { createDepartments: true, site: 'north', dates: { zone: 'Asia/Bangkok' } };
    for (const [name, more] of Object.entries({ without: {}, withsite: site })) {
      await mkdir(join(home, name, '.taken'), { recursive: true });
      await writeFile(join(home, name, '.taken', `${randomUUID()}-a.csv`), linesOf(0, 3));
      await writeFile(
        join(home, name, 'mapping.json'),
        JSON.stringify({ ...MAPPING, mapping: { ...mapping, ...more } }),
      );
    }
    const ended = async (name: string, into: string) => (await readdir(join(home, name, into)).catch(() => [])).length;
    for (let tries = 0; tries < 100 && (await ended('withsite', 'done')) < 2; tries += 1) {
      await empty.app.get(Inbox).round();
      await setTimeout(100);
    }
    expect([await ended('withsite', 'done'), await ended('without', 'failed')]).toEqual([2, 2]);
    await empty.close();
    await rm(home, { recursive: true, force: true });
  }, 60_000);
});

describe('BEDSIDE_INBOX', () => {
  it('is a folder that is there, or nothing', async () => {
    expect(await inboxFolder({})).toBeUndefined();
    expect(await inboxFolder({ BEDSIDE_INBOX: tmpdir() })).toBe(tmpdir());
    await expect(inboxFolder({ BEDSIDE_INBOX: join(tmpdir(), 'nowhere-at-all') })).rejects.toThrow('no such folder');
    await expect(inboxFolder({ BEDSIDE_INBOX: '/etc/hostname' })).rejects.toThrow('no such folder');
  });
});
