import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { InboxFilesDto, UploadDto } from '#contracts/imports.dto.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs } from '../app/test-app.ts';
import { granted, whenEnded } from '../imports/importing.ts';
import type { Ask } from '../uploads/sending.ts';
import { behind, linesOf, MAPPING, WatchedFolder } from './watched-folder.ts';

let watched: WatchedFolder;
let ask: Ask;

beforeAll(async () => {
  watched = await WatchedFolder.open();
  ask = injectAs(watched.app.app, await signedIn(watched.app.app, { role: 'quality-manager', name: 'Quynh' }));
}, 60_000);
beforeEach(() => watched.begin());
afterEach(() => watched.end());
afterAll(() => watched.close());

const waiting = async () => (await granted<InboxFilesDto>(ask, 'GET', '/api/v1/inbox')).files;
const prepare = (name: string): Promise<UploadDto> =>
  granted(ask, 'POST', '/api/v1/inbox/preparation', { source: watched.source, name });
const importAs = ({ id }: UploadDto) =>
  granted<{ id: string }>(ask, 'POST', '/api/v1/imports', { uploadId: id, source: watched.source, ...MAPPING });

it('tells which files wait, since when and for what, and nobody but those who send rows', async () => {
  await watched.put('october.csv', linesOf(0, 10));
  await watched.look();
  expect(await waiting()).toMatchObject([{ source: watched.source, name: 'october.csv', waitsFor: 'mapping' }]);
  expect(Date.parse((await waiting())[0]?.since ?? '')).toBeGreaterThan(Date.now() - 60_000);
  const stranger = injectAs(
    watched.app.app,
    await signedIn(watched.app.app, { role: 'administrator', organisationId: crypto.randomUUID() }),
  );
  expect(await granted(stranger, 'GET', '/api/v1/inbox')).toEqual({ files: [] });
  const payload = { source: watched.source, name: 'october.csv' };
  const taken = await stranger({ method: 'POST', url: '/api/v1/inbox/preparation', payload });
  expect(taken.statusCode).toBe(404);
  const outside = { source: watched.source, name: '../elsewhere.csv' };
  expect((await ask({ method: 'POST', url: '/api/v1/inbox/preparation', payload: outside })).statusCode).toBe(404);
  await watched.mapped();
  await watched.settled();
  expect(await waiting()).toEqual([]);
});

it('goes in with the mapping that somebody chose for it, once, and the others after it', async () => {
  await watched.put('october.csv', linesOf(0, 10));
  await watched.put('november.csv', linesOf(10, 30));
  await watched.look();
  const upload = await prepare('october.csv');
  expect(upload).toMatchObject({ name: 'october.csv', received: upload.bytes });
  const again = { source: watched.source, name: 'october.csv' };
  expect((await ask({ method: 'POST', url: '/api/v1/inbox/preparation', payload: again })).statusCode).toBe(404);
  await watched.look();
  expect((await waiting()).map(({ name }) => name)).toEqual(['november.csv']);
  expect(await watched.imports()).toEqual([]);
  await whenEnded(ask, await importAs(upload));
  await watched.settled();
  await watched.settled();
  // A file of the folder began when it came, before somebody chose the mapping of the other.
  const imports = await watched.imports();
  expect(new Set(imports.map(({ way, name, accepted }) => `${way} ${name} ${accepted}`))).toEqual(
    new Set(['upload october.csv 10', 'inbox november.csv 20']),
  );
  expect(imports).toHaveLength(2);
  expect(behind(await watched.listed('done')).filter((name) => name.endsWith('.csv'))).toEqual([
    'november.csv',
    'october.csv',
  ]);
  expect(await watched.facts()).toBe(30);
});

it('waits as before where whoever had it throws it away', async () => {
  await watched.put('october.csv', linesOf(0, 10));
  await watched.look();
  const { id } = await prepare('october.csv');
  await watched.put('october.csv', linesOf(0, 12));
  expect((await ask({ method: 'DELETE', url: `/api/v1/uploads/${id}` })).statusCode).toBe(204);
  await watched.look();
  await watched.look();
  expect(behind((await waiting()).map(({ name }) => name))).toEqual(['october.csv', 'october.csv']);
  expect(await watched.taken()).toEqual([]);
});
