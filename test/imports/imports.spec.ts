import { readdir } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportDto, ImportsDto } from '#contracts/imports.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';
import { type Ask, beginUpload, uploadWhole } from '../uploads/sending.ts';
import { answersCsv, beginImport, findImport, granted, whenEnded } from './importing.ts';

const KIND = { kind: 'survey-responses' };

let app: TestApp;
let ask: Ask;

beforeAll(async () => {
  app = await openTestApp({ worker: true });
  ask = injectAs(app.app, await signedIn(app.app, { role: 'quality-manager', name: 'Quynh' }));
  await setUpOrganisation(app);
}, 60_000);

afterAll(() => app.close());

const storedOf = async (source: string): Promise<number> => {
  const [counted] = await app.database.inScope(HOME_SCOPE, ({ query }) =>
    query<{ rows: number }>(
      `select count(*)::int as rows from survey_response f join source s
         on s.organisation_id = f.organisation_id and s.id = f.source_id where s.code = $1`,
      [source],
    ),
  );
  return counted?.rows ?? 0;
};

describe('a file', () => {
  it('comes in, and tells what became of each row and why some were set aside', async () => {
    const begun = await beginImport(ask, answersCsv(200), { ...KIND, source: 'whole', sourceName: 'Whole survey' });
    expect(begun).toMatchObject({ state: 'waiting', way: 'upload', startedBy: 'Quynh', name: 'answers.csv' });
    const done = await whenEnded(ask, begun);
    expect(done).toMatchObject({
      ...{ state: 'done', source: 'whole', sourceName: 'Whole survey', dryRun: false, failure: null },
      ...{ read: 200, accepted: 180, updated: 0, unchanged: 0, quarantined: 20, undoable: true },
      refusals: [{ field: 'csat', code: 'out-of-range', rows: 20, exampleRow: 11 }],
    });
    expect(done.bytesRead).toBe(done.bytes);
    expect(await storedOf('whole')).toBe(180);
    expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
  });

  it('is thrown away once it is in, and so is no upload any more', async () => {
    await whenEnded(ask, await beginImport(ask, answersCsv(5), { ...KIND, source: 'thrown-away' }));
    expect(await granted(ask, 'GET', '/api/v1/uploads')).toEqual({ uploads: [] });
    expect(await readdir(app.uploadsFolder)).toEqual([]);
  });

  it('is said to be of whoever began it, also on the trail', async () => {
    const { id } = await whenEnded(ask, await beginImport(ask, answersCsv(5), { ...KIND, source: 'on-the-trail' }));
    const events = await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query<{ actor: string; details: string }>(
        `select actor_name as actor, details from audit_event where action = 'rows.sent'`,
      ),
    );
    expect(events.filter(({ details }) => details.includes(id)).map(({ actor }) => actor)).toEqual(['Quynh']);
  });

  it('that cannot be read fails with words, and stays to be tried again', async () => {
    const uploadId = await uploadWhole(ask, 'answers.csv', answersCsv(5));
    const wish = { uploadId, source: 'failing', ...KIND, mapping: { columns: { csat: 'nps', department: 'csat' } } };
    const failed = await whenEnded(
      ask,
      await granted<ImportDto>(ask, 'POST', '/api/v1/imports', {
        ...wish,
        mapping: { columns: { 'No such column': 'csat' } },
      }),
    );
    expect(failed).toMatchObject({ state: 'failed', failure: expect.stringContaining('No such column'), read: 0 });
    const again = await whenEnded(
      ask,
      await granted<ImportDto>(ask, 'POST', '/api/v1/imports', { ...wish, mapping: {} }),
    );
    expect(again).toMatchObject({ state: 'done', accepted: 5 });
  });

  it('is refused at once where it is no table, is not here as a whole, or its mapping is none', async () => {
    const wish = { source: 'refused', ...KIND, mapping: {} };
    const refused = async (more: object) => {
      const { statusCode, body } = await ask({ method: 'POST', url: '/api/v1/imports', payload: { ...wish, ...more } });
      return [statusCode, body];
    };
    const { id } = await beginUpload(ask, 'half.csv', 10);
    expect(await refused({ uploadId: id })).toEqual([409, expect.stringContaining('not here as a whole')]);
    const zip = await uploadWhole(ask, 'answers.zip', Buffer.from('504b0304000000', 'hex'));
    expect(await refused({ uploadId: zip })).toEqual([400, expect.stringContaining('answers.zip')]);
    const whole = await uploadWhole(ask, 'answers.csv', answersCsv(2));
    expect(await refused({ uploadId: whole, mapping: { column: {} } })).toEqual([
      400,
      expect.stringContaining('column'),
    ]);
    expect(await refused({ uploadId: whole, source: 'bedside' })).toEqual([
      400,
      expect.stringContaining('source must'),
    ]);
    expect(await refused({ uploadId: randomUUID() })).toEqual([404, expect.stringContaining('no such file')]);
    for (const uploadId of [id, zip, whole]) await ask({ method: 'DELETE', url: `/api/v1/uploads/${uploadId}` });
  });
});

describe('a dry run', () => {
  it('counts what would happen, stores nothing and keeps the file', async () => {
    await whenEnded(ask, await beginImport(ask, answersCsv(100), { ...KIND, source: 'rehearsed' }));
    const changed = (row: number): number => (row < 50 ? (row % 5) + 1 : 3);
    const file = `${answersCsv(150, 0, changed)}\na-3,ward-4b,2026-09-04T10:00:00Z,4\na-149,nowhere,2026-09-04T10:00:00Z,4`;
    const uploadId = await uploadWhole(ask, 'answers.csv', file);
    const begin = (dryRun: boolean) =>
      granted<ImportDto>(ask, 'POST', '/api/v1/imports', {
        uploadId,
        source: 'rehearsed',
        ...KIND,
        mapping: {},
        dryRun,
      });
    const before = await storedOf('rehearsed');
    const rehearsed = await whenEnded(ask, await begin(true));
    expect(await storedOf('rehearsed')).toBe(before);
    expect(rehearsed).toMatchObject({ state: 'done', dryRun: true, undoable: false, read: 152 });
    expect(rehearsed.refusals.map(({ code, rows }) => [code, rows])).toEqual([
      ['out-of-range', 15],
      ['unknown-department', 1],
    ]);
    const real = await whenEnded(ask, await begin(false));
    const counts = ({ read, accepted, updated, unchanged, quarantined }: ImportDto) => ({
      ...{ read, accepted, updated, unchanged, quarantined },
    });
    expect(counts(rehearsed)).toEqual(counts(real));
    expect(real.updated).toBeGreaterThan(0);
    expect(real.unchanged).toBeGreaterThan(0);
  });

  it('is no delivery of its source', async () => {
    await whenEnded(ask, await beginImport(ask, answersCsv(5), { ...KIND, source: 'only-rehearsed', dryRun: true }));
    const { sources } = await granted<{ sources: { code: string; rows: number; lastDeliveryAt: string | null }[] }>(
      ...([app.inject as Ask, 'GET', '/api/v1/sources'] as const),
    );
    expect(sources.find(({ code }) => code === 'only-rehearsed')).toMatchObject({ rows: 0, lastDeliveryAt: null });
  });
});

describe('an import', () => {
  it('is stopped within seconds; what is in stays, and goes out again as a whole', async () => {
    const begun = await beginImport(ask, answersCsv(250_000), { ...KIND, source: 'stopped' });
    await whenEnded(ask, begun, ({ read }) => read > 0);
    const undone = await ask({ method: 'POST', url: `/api/v1/imports/${begun.id}/undo` });
    expect([undone.statusCode, undone.body]).toEqual([409, expect.stringContaining('stop it first')]);
    const asked = Date.now();
    await granted(ask, 'POST', `/api/v1/imports/${begun.id}/stop`);
    const stopped = await whenEnded(ask, begun);
    expect(Date.now() - asked).toBeLessThan(5_000);
    expect(stopped).toMatchObject({ state: 'stopped', undoable: true });
    expect(stopped.read).toBeLessThan(250_000);
    expect(await storedOf('stopped')).toBe(stopped.accepted);
    await granted(ask, 'POST', `/api/v1/imports/${begun.id}/undo`);
    const gone = await whenEnded(ask, begun, ({ state }) => state === 'undone');
    expect(gone).toMatchObject({ undoable: false, kept: 0 });
    expect(await storedOf('stopped')).toBe(0);
    expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
  }, 60_000);

  it('brings back what it replaced when it is undone, and is undone once', async () => {
    await whenEnded(ask, await beginImport(ask, answersCsv(50), { ...KIND, source: 'undone' }));
    const second = await whenEnded(
      ask,
      await beginImport(
        ask,
        answersCsv(60, 0, () => 2),
        { ...KIND, source: 'undone' },
      ),
    );
    expect(second.updated).toBeGreaterThan(0);
    const [one, two] = [1, 2].map(() => granted<ImportDto>(ask, 'POST', `/api/v1/imports/${second.id}/undo`));
    expect([(await one)?.state, (await two)?.state]).toEqual(['undoing', 'undoing']);
    await whenEnded(ask, second, ({ state }) => state === 'undone');
    expect(await storedOf('undone')).toBe(45);
    const third = await ask({ method: 'POST', url: `/api/v1/imports/${second.id}/undo` });
    expect(third.statusCode).toBe(409);
  });

  it('is listed with those that came by other ways, the latest first, page by page', async () => {
    await send(
      app,
      'survey-responses',
      [{ department: 'ward-4b', respondedAt: '2026-09-01T10:00:00Z', csat: 4 }],
      'listed',
    );
    const second = await whenEnded(ask, await beginImport(ask, answersCsv(5), { ...KIND, source: 'listed' }));
    const page = (query: string) => granted<ImportsDto>(ask, 'GET', `/api/v1/imports?source=listed&${query}`);
    const first = await page('limit=1');
    expect(first.imports).toMatchObject([{ id: second.id, way: 'upload', state: 'done' }]);
    const rest = await page(`limit=1&before=${first.next}`);
    expect(rest).toMatchObject({ imports: [{ way: 'rest', state: 'done', accepted: 1 }], next: null });
  });

  it('is nobody’s business in another organisation', async () => {
    const { id } = await whenEnded(ask, await beginImport(ask, answersCsv(5), { ...KIND, source: 'private' }));
    const stranger = injectAs(
      app.app,
      await signedIn(app.app, { role: 'administrator', organisationId: randomUUID() }),
    );
    for (const [method, url] of [
      ['GET', `/api/v1/imports/${id}`],
      ['POST', `/api/v1/imports/${id}/stop`],
      ['POST', `/api/v1/imports/${id}/undo`],
    ] as const) {
      expect((await stranger({ method, url })).statusCode).toBe(404);
    }
    expect(await granted(stranger, 'GET', '/api/v1/imports')).toEqual({ imports: [], next: null });
    expect((await findImport(ask, id)).state).toBe('done');
  });
});
