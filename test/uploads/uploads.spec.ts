import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, readdir, stat, utimes } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { TidyUploads } from '../../apps/api/src/uploads/tidy-uploads.ts';
import { FILES_EACH, LARGEST_FILE, LARGEST_PIECE } from '../../apps/api/src/uploads/upload-limits.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { type Ask, beginUpload, sendPiece, uploadWhole } from './sending.ts';

let app: TestApp;
let manager: Ask;
let other: Ask;
let stranger: Ask;

beforeAll(async () => {
  app = await openTestApp();
  manager = injectAs(app.app, await signedIn(app.app, { role: 'quality-manager' }));
  other = injectAs(app.app, await signedIn(app.app, { role: 'quality-manager' }));
  stranger = injectAs(app.app, await signedIn(app.app, { role: 'administrator', organisationId: randomUUID() }));
}, 60_000);

afterAll(() => app.close());

const find = (ask: Ask, id: string) => ask({ method: 'GET', url: `/api/v1/uploads/${id}` });
const remove = (ask: Ask, id: string) => ask({ method: 'DELETE', url: `/api/v1/uploads/${id}` });
const onDisk = (id: string) => readFile(join(app.uploadsFolder, id));

describe('a file in pieces', () => {
  it('is put together as it was, each piece safe once it is answered', async () => {
    const file = randomBytes(100_000);
    const { id, received, pieceBytes } = await beginUpload(manager, 'answers.csv', file.length);
    expect({ received, pieceBytes }).toEqual({ received: 0, pieceBytes: LARGEST_PIECE });
    for (let at = 0; at < file.length; at += 40_000) {
      const answer = await sendPiece(manager, id, at, file.subarray(at, at + 40_000));
      expect(answer.json()).toMatchObject({ id, received: Math.min(file.length, at + 40_000) });
    }
    expect((await onDisk(id)).equals(file)).toBe(true);
    expect((await remove(manager, id)).statusCode).toBe(204);
  });

  it('goes on after a reload where it was', async () => {
    const { id } = await beginUpload(manager, 'answers.csv', 6);
    await sendPiece(manager, id, 0, Buffer.from('abc'));
    const listed = await manager({ method: 'GET', url: '/api/v1/uploads' });
    expect(listed.json().uploads).toMatchObject([{ id, name: 'answers.csv', bytes: 6, received: 3 }]);
    expect((await sendPiece(manager, id, 3, Buffer.from('def'))).json()).toMatchObject({ received: 6 });
    expect((await onDisk(id)).toString()).toBe('abcdef');
    await remove(manager, id);
  });

  it('keeps what came of a piece that was cut off', async () => {
    const { id } = await beginUpload(manager, 'answers.csv', 10);
    await new Promise<void>((cutOff) => {
      const sending = request(
        `${app.url}/api/v1/uploads/${id}/bytes?offset=0`,
        {
          method: 'PUT',
          headers: { ...app.administrator, 'content-type': 'application/octet-stream', 'content-length': 10 },
        },
        () => undefined,
      );
      sending.on('error', () => cutOff()).write('abcd');
      setTimeout(() => sending.destroy(), 200);
    });
    let received = 0;
    for (let tries = 0; received < 4 && tries < 50; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      received = (await find(manager, id)).json().received;
    }
    expect(received).toBe(4);
    expect((await sendPiece(manager, id, 4, Buffer.from('efghij'))).json()).toMatchObject({ received: 10 });
    expect((await onDisk(id)).toString()).toBe('abcdefghij');
    await remove(manager, id);
  });

  it('refuses one that begins elsewhere, and tells where to go on', async () => {
    const { id } = await beginUpload(manager, 'answers.csv', 6);
    await sendPiece(manager, id, 0, Buffer.from('abc'));
    for (const offset of [0, 2, 4]) {
      const answer = await sendPiece(manager, id, offset, Buffer.from('xx'));
      expect([answer.statusCode, answer.json().received]).toEqual([409, 3]);
    }
    expect((await onDisk(id)).toString()).toBe('abc');
    await remove(manager, id);
  });

  it('is the same whether one tab sends a piece or two', async () => {
    const piece = randomBytes(2_000_000);
    const { id } = await beginUpload(manager, 'answers.csv', piece.length);
    const answers = await Promise.all([sendPiece(manager, id, 0, piece), sendPiece(manager, id, 0, piece)]);
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => status !== 409)).toContain(200);
    expect((await onDisk(id)).equals(piece)).toBe(true);
    await remove(manager, id);
  });

  it('takes no more than the file has, and no piece that is too large', async () => {
    const { id } = await beginUpload(manager, 'answers.csv', 4);
    expect((await sendPiece(manager, id, 0, Buffer.from('abcde'))).statusCode).toBe(413);
    await remove(manager, id);
    const large = await beginUpload(manager, 'large.csv', LARGEST_PIECE + 10);
    expect((await sendPiece(manager, large.id, 0, Buffer.alloc(LARGEST_PIECE + 1))).statusCode).toBe(413);
    await remove(manager, large.id);
  });

  it('is refused where it says nothing of how many bytes, or too many', async () => {
    const begin = (payload: object) => manager({ method: 'POST', url: '/api/v1/uploads', payload });
    for (const bytes of [0, LARGEST_FILE + 1, 1.5, 'ten']) {
      expect((await begin({ name: 'answers.csv', bytes })).statusCode).toBe(400);
    }
    expect((await begin({ name: '', bytes: 4 })).statusCode).toBe(400);
  });

  it('is taken as bytes and as nothing else', async () => {
    const { id } = await beginUpload(manager, 'answers.csv', 2);
    const url = `/api/v1/uploads/${id}/bytes?offset=0`;
    expect((await manager({ method: 'PUT', url, payload: {} })).statusCode).toBe(415);
    const bytes = { 'content-type': 'application/octet-stream' };
    const elsewhere = await manager({ method: 'POST', url: '/api/v1/uploads', headers: bytes, payload: 'ab' });
    expect(elsewhere.statusCode).toBe(415);
    await remove(manager, id);
  });
});

describe('whose a file is', () => {
  it('is its sender’s and the administrators’, and nobody else knows of it', async () => {
    const id = await uploadWhole(manager, 'answers.csv', 'abc');
    for (const ask of [other, stranger]) {
      expect((await find(ask, id)).statusCode).toBe(404);
      expect((await sendPiece(ask, id, 3, Buffer.from('d'))).statusCode).toBe(404);
      expect((await remove(ask, id)).statusCode).toBe(404);
      expect((await ask({ method: 'GET', url: '/api/v1/uploads' })).json().uploads).toEqual([]);
    }
    expect((await find(app.inject, id)).statusCode).toBe(200);
    expect((await remove(app.inject, id)).statusCode).toBe(204);
    expect((await find(manager, id)).statusCode).toBe(404);
    await expect(onDisk(id)).rejects.toThrow('ENOENT');
  });

  it('cannot be read by another user of the machine', async () => {
    const id = await uploadWhole(manager, 'answers.csv', 'abc');
    expect((await stat(app.uploadsFolder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(app.uploadsFolder, id))).mode & 0o777).toBe(0o600);
    await remove(manager, id);
  });
});

it('lets a person have so many files here, also when they ask all at once', async () => {
  const begin = () => manager({ method: 'POST', url: '/api/v1/uploads', payload: { name: 'answers.csv', bytes: 3 } });
  const answers = await Promise.all(Array.from({ length: FILES_EACH + 3 }, begin));
  expect(answers.filter(({ statusCode }) => statusCode === 201)).toHaveLength(FILES_EACH);
  expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(3);
  for (const answer of answers) if (answer.statusCode === 201) await remove(manager, answer.json().id);
});

it('throws away what nothing came of, and bytes that no file is known for', async () => {
  const forgotten = await uploadWhole(manager, 'old.csv', 'abc');
  const kept = await uploadWhole(manager, 'new.csv', 'abc');
  const lost = await uploadWhole(manager, 'lost.csv', 'abc');
  await app.database.inScope(HOME_SCOPE, async ({ query }) => {
    await query(`update upload set kept_until = now() - interval '1 minute' where id = $1`, [forgotten]);
    await query('delete from upload where id = $1', [lost]);
  });
  await utimes(join(app.uploadsFolder, lost), 0, 0);
  await app.app.get(TidyUploads).tidy(HOME_SCOPE);
  expect(await readdir(app.uploadsFolder)).toEqual([kept]);
  await remove(manager, kept);
});
