import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { Database } from '../../apps/api/src/database/database.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { Inbox } from '../../apps/api/src/inbox/inbox.ts';
import { inboxFolder } from '../../apps/api/src/inbox/inbox-folder.ts';
import { Jobs } from '../../apps/api/src/jobs/jobs.ts';
import { UploadFolder } from '../../apps/api/src/uploads/upload-folder.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';

const HEADER = 'id,when,ward,stars';
const MAPPING = {
  kind: 'survey-responses',
  mapping: { columns: { id: 'externalId', when: 'respondedAt', ward: 'department', stars: 'csat' } },
};
const linesOf = (from: number, to: number, word = 'ward-4b'): string =>
  [
    HEADER,
    ...Array.from({ length: to - from }, (_, at) => `${from + at},2026-10-01 09:00,${word},${(at % 5) + 1}`),
  ].join('\n');

let app: TestApp;
let inbox: string;
let watcher: Inbox;
let now = Date.parse('2026-11-02T00:00:00Z');
let nth = 0;
let source: string;
let folder: string;

beforeAll(async () => {
  inbox = await mkdtemp(join(tmpdir(), 'bedside-inbox-'));
  app = await openTestApp({ inboxFolder: inbox, worker: true });
  watcher = app.app.get(Inbox);
  await setUpOrganisation(app);
}, 60_000);
beforeEach(async () => {
  nth += 1;
  source = `folder-${nth}`;
  folder = join(inbox, source);
  await mkdir(folder);
  jest.spyOn(app.app.get(Clock), 'now').mockImplementation(() => now);
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
  expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
});
afterAll(async () => {
  await app.close();
  await rm(inbox, { recursive: true, force: true });
});

/** Looks twice, with so much time between that whatever lies still is taken. */
async function look(): Promise<void> {
  await watcher.round();
  now += 4_000;
  await watcher.round();
}

/** Looks until every taken file is where people find it. */
async function settled(): Promise<void> {
  await look();
  for (let tries = 0; (await taken()).length > 0; tries += 1) {
    if (tries === 200) throw new Error('a file is still being taken in');
    await setTimeout(100);
    await watcher.round();
  }
}

const put = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text);
const mapped = (): Promise<void> => put('mapping.json', JSON.stringify(MAPPING));
const listed = async (into: string): Promise<string[]> => (await readdir(join(folder, into)).catch(() => [])).sort();
const taken = (): Promise<string[]> => listed('.taken');
const behind = (names: readonly string[]): string[] => names.map((name) => name.replace(/^[0-9a-f]{8}-/, '')).sort();

async function told(into: string): Promise<string> {
  const [text] = (await listed(into)).filter((name) => name.endsWith('.txt'));
  return readFile(join(folder, into, text ?? ''), 'utf8');
}

interface Found {
  id: string;
  way: string;
  state: string;
  name: string;
  accepted: number;
  unchanged: number;
  quarantined: number;
}

const imports = (): Promise<Found[]> =>
  app.database.inScope(HOME_SCOPE, ({ query }) =>
    query<Found>(
      `select i.id, i.way, i.state, i.name, i.accepted, i.unchanged, i.quarantined from import i
       join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
       where s.code = $1 order by i.started_at, i.id`,
      [source],
    ),
  );

async function facts(): Promise<number> {
  const [found] = await app.database.inScope(HOME_SCOPE, ({ query }) =>
    query<{ n: number }>(
      `select count(*)::int as n from survey_response f join source s on s.organisation_id = f.organisation_id
       and s.id = f.source_id where s.code = $1`,
      [source],
    ),
  );
  return found?.n ?? 0;
}

describe('a file in the folder of a source', () => {
  it('comes in as a job, and is put with those done, with a text that says what became of it', async () => {
    await mapped();
    await put('october.csv', `${linesOf(0, 40)}\n40,2026-10-01 09:00,ward-4b,9`);
    await settled();
    expect(await imports()).toMatchObject([
      { way: 'inbox', state: 'done', name: 'october.csv', accepted: 40, quarantined: 1 },
    ]);
    expect(behind(await listed('done'))).toEqual(['october.csv', 'october.csv.txt']);
    expect(await told('done')).toContain('Rows read 41: 40 new, 0 changed, 0 as before, 1 set aside.');
    expect(await listed('.')).toEqual(['.taken', 'done', 'mapping.json']);
    expect(await readdir(app.uploadsFolder)).toEqual([]);
  });

  it('that comes again changes nothing', async () => {
    await mapped();
    for (const name of ['once.csv', 'again.csv', 'once.csv']) {
      await put(name, linesOf(0, 20));
      await settled();
    }
    expect((await imports()).map(({ accepted, unchanged }) => [accepted, unchanged])).toEqual([
      [20, 0],
      [0, 20],
      [0, 20],
    ]);
    expect(await facts()).toBe(20);
    expect(await listed('done')).toHaveLength(6);
  });

  it('is left alone while it is being written, under whichever name', async () => {
    await mapped();
    await put('growing.csv', linesOf(0, 5));
    await put('upload.csv.part', linesOf(5, 10));
    await put('.hidden.csv', linesOf(5, 10));
    await watcher.round();
    now += 4_000;
    await put('growing.csv', linesOf(0, 8));
    await watcher.round();
    now += 2_000;
    await watcher.round();
    expect([await imports(), await taken()]).toEqual([[], []]);
    await rename(join(folder, 'upload.csv.part'), join(folder, 'upload.csv'));
    await settled();
    await settled();
    expect((await imports()).map(({ name }) => name).sort()).toEqual(['growing.csv', 'upload.csv']);
    expect(await facts()).toBe(10);
  });

  it('waits while nobody has said how it is read, with a text that says so, and goes in once somebody has', async () => {
    await put('strange.csv', linesOf(0, 10));
    await look();
    await look();
    expect([await imports(), await listed('.')]).toEqual([[], ['strange.csv', 'waiting-for-a-mapping.txt']]);
    await mapped();
    await settled();
    expect(await facts()).toBe(10);
    expect(await listed('.')).not.toContain('waiting-for-a-mapping.txt');
  });

  it('is read as the last file of the source that was imported', async () => {
    await mapped();
    await put('first.csv', linesOf(0, 5));
    await settled();
    await rm(join(folder, 'mapping.json'));
    await put('second.csv', linesOf(5, 9));
    await settled();
    expect(await facts()).toBe(9);
  });

  it('that cannot be read is put with those that failed, and the text says why without its words', async () => {
    await mapped();
    await put('letter.csv', '%PDF-1.7 Whippoorwill');
    await settled();
    expect(behind(await listed('failed'))).toEqual(['letter.csv', 'letter.csv.txt']);
    const text = await told('failed');
    expect(text).toContain('letter.csv was not imported');
    expect(text).not.toContain('Whippoorwill');
  });

  it('that its mapping does not fit fails as an import, and is put where people find it', async () => {
    await put('mapping.json', JSON.stringify({ ...MAPPING, mapping: { columns: { nowhere: 'csat' } } }));
    await put('october.csv', linesOf(0, 5));
    await settled();
    expect(await imports()).toMatchObject([{ way: 'inbox', state: 'failed', accepted: 0 }]);
    expect(await told('failed')).toContain('nowhere');
    expect(await readdir(app.uploadsFolder)).toEqual([]);
  });

  it('whose import somebody stops is put with those that failed', async () => {
    await mapped();
    const id = randomUUID();
    await mkdir(join(folder, '.taken'));
    await writeFile(join(folder, '.taken', `${id}-large.csv`), linesOf(0, 200_000));
    await watcher.round();
    const stopped = await app.inject({ method: 'POST', url: `/api/v1/imports/${id}/stop` });
    expect(stopped.statusCode).toBeLessThan(300);
    await settled();
    expect(await told('failed')).toContain('Somebody stopped the import');
    expect(await readdir(app.uploadsFolder)).toEqual([]);
  });

  it('beside a mapping that is none is put with those that failed', async () => {
    await put('mapping.json', '{"kind": "answers"}');
    await put('october.csv', linesOf(0, 5));
    await settled();
    expect(await told('failed')).toContain('kind in mapping.json must be one of');
    expect(await facts()).toBe(0);
  });

  it('of an endless name, or one that runs the other way, is taken like any other', async () => {
    await mapped();
    await put(`${'ữ'.repeat(80)}.csv`, linesOf(0, 3));
    await put('a\u202egpj.csv', linesOf(3, 6));
    await settled();
    await settled();
    expect(await facts()).toBe(6);
    expect((await imports()).map(({ name }) => name).join()).not.toContain('\u202e');
    expect((await listed('done')).every((name) => Buffer.byteLength(name) <= 255)).toBe(true);
  });
});

describe('what is no plain file', () => {
  it('is never followed, opened or moved: links, folders, pipes, and folders no source may be called', async () => {
    const secret = join(inbox, 'elsewhere.csv');
    await writeFile(secret, linesOf(0, 5));
    await mapped();
    await symlink(secret, join(folder, 'link.csv'));
    await symlink('/nowhere', join(folder, 'dangling.csv'));
    await mkdir(join(folder, 'folder.csv'));
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe.csv')]);
    await symlink(folder, join(inbox, 'linked'));
    await mkdir(join(inbox, 'no source!'), { recursive: true });
    await writeFile(join(inbox, 'no source!', 'a.csv'), linesOf(0, 5));
    await look();
    await look();
    expect([await imports(), await taken(), await facts()]).toEqual([[], [], 0]);
    expect(await listed('.')).toEqual(['dangling.csv', 'folder.csv', 'link.csv', 'mapping.json', 'pipe.csv']);
    expect(existsSync(secret) && existsSync(join(inbox, 'no source!', 'a.csv'))).toBe(true);
    await rm(join(inbox, 'linked'));
  });

  it('is set aside where a link took the place of a file that had been taken', async () => {
    await mapped();
    await mkdir(join(folder, '.taken'));
    await symlink('/etc/hostname', join(folder, '.taken', `${randomUUID()}-swapped.csv`));
    await settled();
    expect(await told('failed')).toContain('no plain file');
    expect(await facts()).toBe(0);
  });
});

describe('a process that dies', () => {
  const text = linesOf(0, 3_000);

  /** Puts a file as it lies there after the first step, under the id its import will have. */
  async function takenFile(): Promise<string> {
    await mapped();
    const id = randomUUID();
    await mkdir(join(folder, '.taken'));
    await writeFile(join(folder, '.taken', `${id}-october.csv`), text);
    return id;
  }

  async function inOnce(id: string): Promise<void> {
    await settled();
    expect((await imports()).map((one) => [one.id, one.state, one.accepted])).toEqual([[id, 'done', 3_000]]);
    expect(await facts()).toBe(3_000);
    expect(behind(await listed('done'))).toEqual(['october.csv', 'october.csv.txt']);
    expect(await readdir(app.uploadsFolder)).toEqual([]);
  }

  it('after the file was moved aside loses nothing', async () => inOnce(await takenFile()));

  it('in the middle of copying goes on there', async () => {
    const id = await takenFile();
    await mkdir(app.uploadsFolder, { recursive: true });
    await writeFile(join(app.uploadsFolder, id), text.slice(0, 10_000));
    await inOnce(id);
  });

  it('after the import was over tells of it once', async () => {
    const id = await takenFile();
    await settled();
    const [done] = (await listed('done')).filter((name) => name.endsWith('.csv'));
    await rename(join(folder, 'done', done ?? ''), join(folder, '.taken', `${id}-october.csv`));
    await inOnce(id);
  });

  it('beside others that watch the same folder leaves one import', async () => {
    const id = await takenFile();
    await put('beside.csv', linesOf(3_000, 3_500));
    const others = Array.from(
      { length: 3 },
      () => new Inbox(app.app.get(Database), app.app.get(Clock), app.app.get(Jobs), app.app.get(UploadFolder), inbox),
    );
    for (let rounds = 0; rounds < 3; rounds += 1) {
      await Promise.all([watcher, ...others].map((one) => one.round()));
      now += 4_000;
    }
    await settled();
    expect((await imports()).map(({ state, accepted }) => [state, accepted]).sort()).toEqual([
      ['done', 3_000],
      ['done', 500],
    ]);
    expect((await imports()).map((one) => one.id)).toContain(id);
    expect(await listed('done')).toHaveLength(4);
  });
});

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
    expect(await inboxFolder({ BEDSIDE_INBOX: inbox })).toBe(inbox);
    await expect(inboxFolder({ BEDSIDE_INBOX: join(inbox, 'nowhere') })).rejects.toThrow('no such folder');
    await expect(inboxFolder({ BEDSIDE_INBOX: '/etc/hostname' })).rejects.toThrow('no such folder');
  });
});
