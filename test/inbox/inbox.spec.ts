import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { behind, linesOf, MAPPING, WatchedFolder } from './watched-folder.ts';

let watched: WatchedFolder;

beforeAll(async () => {
  watched = await WatchedFolder.open();
}, 60_000);
beforeEach(() => watched.begin());
afterEach(() => watched.end());
afterAll(() => watched.close());

describe('a file in the folder of a source', () => {
  it('comes in as a job, and is put with those done, with a text that says what became of it', async () => {
    await watched.mapped();
    await watched.put('october.csv', `${linesOf(0, 40)}\n40,2026-10-01 09:00,ward-4b,9`);
    await watched.settled();
    expect(await watched.imports()).toMatchObject([
      { way: 'inbox', state: 'done', name: 'october.csv', accepted: 40, quarantined: 1 },
    ]);
    expect(behind(await watched.listed('done'))).toEqual(['october.csv', 'october.csv.txt']);
    expect(await watched.told('done')).toContain('Rows read 41: 40 new, 0 changed, 0 as before, 1 set aside.');
    expect(await watched.listed('.')).toEqual(['.taken', 'done', 'mapping.json']);
    expect(await readdir(watched.app.uploadsFolder)).toEqual([]);
  });

  it('that comes again changes nothing', async () => {
    await watched.mapped();
    for (const name of ['once.csv', 'again.csv', 'once.csv']) {
      await watched.put(name, linesOf(0, 20));
      await watched.settled();
    }
    expect((await watched.imports()).map(({ accepted, unchanged }) => [accepted, unchanged])).toEqual([
      [20, 0],
      [0, 20],
      [0, 20],
    ]);
    expect(await watched.facts()).toBe(20);
    expect(await watched.listed('done')).toHaveLength(6);
  });

  it('is left alone while it is being written, under whichever name', async () => {
    await watched.mapped();
    await watched.put('growing.csv', linesOf(0, 5));
    await watched.put('upload.csv.part', linesOf(5, 10));
    await watched.put('.hidden.csv', linesOf(5, 10));
    await watched.watcher.round();
    watched.pass(4_000);
    await watched.put('growing.csv', linesOf(0, 8));
    await watched.watcher.round();
    watched.pass(2_000);
    await watched.watcher.round();
    expect([await watched.imports(), await watched.taken()]).toEqual([[], []]);
    await rename(join(watched.folder, 'upload.csv.part'), join(watched.folder, 'upload.csv'));
    await watched.settled();
    await watched.settled();
    expect((await watched.imports()).map(({ name }) => name).sort()).toEqual(['growing.csv', 'upload.csv']);
    expect(await watched.facts()).toBe(10);
  });

  it('waits while nobody has said how it is read, with a text that says so, and goes in once somebody has', async () => {
    await watched.put('strange.csv', linesOf(0, 10));
    await watched.look();
    await watched.look();
    expect([await watched.imports(), await watched.listed('.')]).toEqual([
      [],
      ['strange.csv', 'waiting-for-a-mapping.txt'],
    ]);
    await watched.mapped();
    await watched.settled();
    expect(await watched.facts()).toBe(10);
    expect(await watched.listed('.')).not.toContain('waiting-for-a-mapping.txt');
  });

  it('is read as the last file of the source that was imported', async () => {
    await watched.mapped();
    await watched.put('first.csv', linesOf(0, 5));
    await watched.settled();
    await rm(join(watched.folder, 'mapping.json'));
    await watched.put('second.csv', linesOf(5, 9));
    await watched.settled();
    expect(await watched.facts()).toBe(9);
  });

  it('that cannot be read is put with those that failed, and the text says why without its words', async () => {
    await watched.mapped();
    await watched.put('letter.csv', '%PDF-1.7 Whippoorwill');
    await watched.settled();
    expect(behind(await watched.listed('failed'))).toEqual(['letter.csv', 'letter.csv.txt']);
    const text = await watched.told('failed');
    expect(text).toContain('letter.csv was not imported');
    expect(text).not.toContain('Whippoorwill');
  });

  it('that its mapping does not fit fails as an import, and is put where people find it', async () => {
    await watched.put('mapping.json', JSON.stringify({ ...MAPPING, mapping: { columns: { nowhere: 'csat' } } }));
    await watched.put('october.csv', linesOf(0, 5));
    await watched.settled();
    expect(await watched.imports()).toMatchObject([{ way: 'inbox', state: 'failed', accepted: 0 }]);
    expect(await watched.told('failed')).toContain('nowhere');
    expect(await readdir(watched.app.uploadsFolder)).toEqual([]);
  });

  it('whose import somebody stops is put with those that failed', async () => {
    await watched.mapped();
    const id = randomUUID();
    await mkdir(join(watched.folder, '.taken'));
    await writeFile(join(watched.folder, '.taken', `${id}-large.csv`), linesOf(0, 200_000));
    await watched.watcher.round();
    const stopped = await watched.app.inject({ method: 'POST', url: `/api/v1/imports/${id}/stop` });
    expect(stopped.statusCode).toBeLessThan(300);
    await watched.settled();
    expect(await watched.told('failed')).toContain('Somebody stopped the import');
    expect(await readdir(watched.app.uploadsFolder)).toEqual([]);
  });

  it('beside a mapping that is none is put with those that failed', async () => {
    await watched.put('mapping.json', '{"kind": "answers"}');
    await watched.put('october.csv', linesOf(0, 5));
    await watched.settled();
    expect(await watched.told('failed')).toContain('kind in mapping.json must be one of');
    expect(await watched.facts()).toBe(0);
  });

  it('of an endless name, or one that runs the other way, is taken like any other', async () => {
    await watched.mapped();
    await watched.put(`${'ữ'.repeat(80)}.csv`, linesOf(0, 3));
    await watched.put('a\u202egpj.csv', linesOf(3, 6));
    await watched.settled();
    await watched.settled();
    expect(await watched.facts()).toBe(6);
    expect((await watched.imports()).map(({ name }) => name).join()).not.toContain('\u202e');
    expect((await watched.listed('done')).every((name) => Buffer.byteLength(name) <= 255)).toBe(true);
  });
});
