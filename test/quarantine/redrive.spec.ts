import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Mapping } from '../../apps/api/src/ingest/mapping/mapping.ts';
import { undoImport } from '../../apps/api/src/ingest/running/undo-import.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';
import { SetAside } from './set-aside.ts';

const AT = '2026-10-01T09:00:00Z';
const MAPPING: Mapping = { columns: { When: 'respondedAt', Ward: 'department', Score: 'csat', Words: 'comment' } };
const HEAD = 'When,Ward,Score,Words';
const line = (ward: string, score: string, words = ''): string => `2026-10-01 09:00,${ward},${score},${words}`;

let app: TestApp;
let aside: SetAside;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
  aside = new SetAside(app);
});

beforeEach(() => aside.clear());

afterEach(async () => {
  expect(await aside.wrongCells()).toEqual([]);
});

afterAll(() => app.close());

describe('a row that came as JSON', () => {
  const bad = { externalId: 'r1', department: 'ward-4c', respondedAt: AT, csat: 4, comment: 'kind' };

  it('is mended by field and goes in, and is then no longer set aside', async () => {
    await send(app, 'survey-responses', [bad]);
    const { id, faults } = await aside.one();
    expect(faults).toMatchObject([{ field: 'department', code: 'unknown-department' }]);
    expect((await aside.mend(id, { department: 'ward-4b' })).faults).toEqual([]);
    expect(await aside.redrive({ ids: [id] })).toMatchObject({ rows: 1, accepted: 1, quarantined: 0 });
    expect(await aside.answers()).toEqual(['4 kind']);
    expect(await aside.rows()).toEqual([]);
    expect(await aside.rows({ state: 'settled' })).toMatchObject([{ id, how: 'stored' }]);
  });

  it('is told everything that is wrong with it at once', async () => {
    await send(app, 'survey-responses', [{ ...bad, csat: 9, nps: 'ten', channel: 'pigeon' }]);
    const { faults } = await aside.one();
    expect(faults.map(({ field }) => field).sort()).toEqual(['channel', 'csat', 'department', 'nps']);
  });

  it('keeps its place with the new reason where it fails again', async () => {
    await send(app, 'survey-responses', [{ ...bad, csat: 9 }]);
    const { id, import: first } = await aside.one();
    await aside.mend(id, { csat: 5 });
    expect(await aside.redrive({ ids: [id] })).toMatchObject({ accepted: 0, quarantined: 1 });
    expect(await aside.rows()).toMatchObject([{ id, import: first, field: 'department', code: 'unknown-department' }]);
  });

  it('sent again as it was after being mended changes nothing: it is in, as mended', async () => {
    await send(app, 'survey-responses', [bad]);
    const { id } = await aside.one();
    await aside.mend(id, { department: 'ward-4b', csat: 5 });
    await aside.redrive({ ids: [id] });
    expect(await send(app, 'survey-responses', [bad])).toMatchObject({ read: 1, unchanged: 1, quarantined: 0 });
    expect(await aside.rows()).toEqual([]);
    expect(await aside.answers()).toEqual(['5 kind']);
  });

  it('does not overwrite a newer version that came in meanwhile', async () => {
    await send(app, 'survey-responses', [bad]);
    const { id } = await aside.one();
    await send(app, 'survey-responses', [{ ...bad, department: 'ward-4b', csat: 2 }]);
    expect(await aside.entry(id)).toMatchObject({ state: 'settled', how: 'newer' });
    expect(await aside.redrive({ ids: [id] })).toMatchObject({ rows: 0, left: 1 });
    await expect(aside.mend(id, { csat: 5 })).rejects.toThrow(/409.*quarantine-settled/);
    expect(await aside.answers()).toEqual(['2 kind']);
  });

  it('gives way to a newer version that is bad too, which takes its place', async () => {
    await send(app, 'survey-responses', [bad]);
    await send(app, 'survey-responses', [{ ...bad, csat: 3 }]);
    const rows = await aside.rows();
    expect(rows).toHaveLength(1);
    await aside.mend(rows[0]?.id ?? '', { department: 'ward-4b' });
    await aside.redrive();
    expect(await aside.answers()).toEqual(['3 kind']);
  });
});

describe('rows without ids', () => {
  const row = { department: 'ward-4b', respondedAt: AT, csat: 4 };
  const bad = { ...row, csat: '4' };

  it('is its own patient’s, though another answered exactly so', async () => {
    await send(app, 'survey-responses', [row, bad]);
    const { id } = await aside.one();
    await aside.mend(id, { csat: 4 });
    expect(await aside.redrive()).toMatchObject({ accepted: 1, unchanged: 0 });
    expect(await aside.answers()).toEqual(['4', '4']);
    // The same sending, and the sending corrected where it came from: both are in already.
    expect(await send(app, 'survey-responses', [row, bad])).toMatchObject({ unchanged: 2, quarantined: 0 });
    expect(await send(app, 'survey-responses', [row, row])).toMatchObject({ unchanged: 2, accepted: 0 });
    expect(await aside.answers()).toEqual(['4', '4']);
  });

  it('two that read alike are two, and both go in', async () => {
    await send(app, 'survey-responses', [bad, bad, bad]);
    for (const { id } of await aside.rows()) await aside.mend(id, { csat: 4 });
    expect(await aside.redrive()).toMatchObject({ rows: 3, accepted: 3 });
    expect(await aside.answers()).toEqual(['4', '4', '4']);
    expect(await send(app, 'survey-responses', [bad, bad, bad])).toMatchObject({ unchanged: 3, quarantined: 0 });
    expect(await send(app, 'survey-responses', [bad, bad, bad, bad])).toMatchObject({ unchanged: 3, quarantined: 1 });
  });
});

describe('a row of a file', () => {
  const lines = [HEAD, line('ward-4b', '5', 'good'), line('Ward Four', '4', 'fine'), line('Ward Four', '3', 'so so')];

  it('goes in by the mapping as it is mended, with all that say the same', async () => {
    expect(await aside.file(lines, MAPPING)).toMatchObject({ accepted: 1, quarantined: 2 });
    expect(await aside.one()).toMatchObject({ said: 'Ward Four', alike: 1, mapped: true });
    const mapping = { values: { department: { 'Ward Four': 'ward-4b' } } };
    const asked = { code: 'unknown-department', field: 'department', said: 'Ward Four', mapping };
    expect(await aside.redrive(asked)).toMatchObject({ rows: 2, accepted: 2, quarantined: 0 });
    expect(await aside.answers()).toEqual(['5 good', '4 fine', '3 so so']);
  });

  it('goes in once the mapping that is kept for its source is mended', async () => {
    const keep = (mapping: Mapping, version: number) =>
      app.inject({
        method: 'PUT',
        url: '/api/v1/sources/survey/mappings/survey-responses',
        payload: { mapping, version },
      });
    await aside.file(lines, MAPPING);
    expect((await keep(MAPPING, 0)).statusCode).toBe(200);
    expect(await aside.redrive()).toMatchObject({ rows: 2, accepted: 0, quarantined: 2 });
    const mended = { ...MAPPING, values: { department: { 'Ward Four': 'ward-4b' }, csat: { 3: '2' } } };
    expect((await keep(mended, 1)).statusCode).toBe(200);
    expect((await aside.one()).faults).toEqual([]);
    expect(await aside.redrive()).toMatchObject({ rows: 2, accepted: 2, quarantined: 0 });
    expect(await aside.answers()).toEqual(['5 good', '4 fine', '2 so so']);
    await aside.sql('delete from source_mapping');
  });

  it('is known when its file comes again, read as before or read right', async () => {
    await aside.file(lines, MAPPING);
    const mended = { ...MAPPING, values: { department: { 'Ward Four': 'ward-4b' } } };
    await aside.redrive({ mapping: { values: mended.values } });
    expect(await aside.file(lines, MAPPING)).toMatchObject({ unchanged: 3, quarantined: 0 });
    expect(await aside.file(lines, mended)).toMatchObject({ unchanged: 3, accepted: 0 });
    expect(await aside.answers()).toEqual(['5 good', '4 fine', '3 so so']);
  });

  it('is settled where its file is imported again with a better mapping', async () => {
    await aside.file(lines, MAPPING);
    const mended = { ...MAPPING, values: { department: { 'Ward Four': 'ward-4b' } } };
    expect(await aside.file(lines, mended)).toMatchObject({ accepted: 2, unchanged: 1, quarantined: 0 });
    expect(await aside.rows()).toEqual([]);
    expect(await aside.redrive({ mapping: { values: mended.values } })).toMatchObject({ rows: 0 });
    expect(await aside.answers()).toEqual(['5 good', '4 fine', '3 so so']);
  });

  it('mended by hand stays so, though its file comes again and could now be read otherwise', async () => {
    await aside.file(lines, MAPPING);
    const { id } = await aside.one();
    await aside.mend(id, { department: 'medicine', csat: 1, comment: null });
    await aside.redrive({ ids: [id] });
    await aside.file(lines, { ...MAPPING, values: { department: { 'Ward Four': 'ward-4b' } } });
    const answers = await aside.answers();
    expect(answers).toHaveLength(3);
    expect(answers).toContain('1');
  });

  it('that could not be cut into columns is mended as a whole', async () => {
    await aside.file([HEAD, '2026-10-01 09:00,ward-4b,5,very, very good'], MAPPING);
    const { id, raw, faults } = await aside.one();
    expect(raw).toContain('very, very good');
    expect(faults).toMatchObject([{ field: null, code: 'wrong-columns' }]);
    expect(await aside.redrive()).toMatchObject({ accepted: 0, quarantined: 1 });
    const values = { respondedAt: '2026-10-01T09:00', department: 'ward-4b', csat: 5, comment: 'very, very good' };
    expect((await aside.mend(id, values)).faults).toEqual([]);
    expect(await aside.redrive()).toMatchObject({ accepted: 1 });
    expect(await aside.answers()).toEqual(['5 very, very good']);
  });
});

describe('at the same time', () => {
  const lines = [
    HEAD,
    ...Array.from({ length: 40 }, (_, nth) => line('Ward Four', String((nth % 5) + 1), `no ${nth}`)),
  ];
  const mended = { ...MAPPING, values: { department: { 'Ward Four': 'ward-4b' } } };

  it('two people who drive the same rows in store each once', async () => {
    await aside.file(lines, MAPPING);
    const both = await Promise.all([1, 2, 3].map(() => aside.redrive({ mapping: { values: mended.values } })));
    expect(both.reduce((sum, { accepted }) => sum + accepted, 0)).toBe(40);
    for (const { rows, accepted, unchanged, quarantined } of both)
      expect(accepted + unchanged + quarantined).toBe(rows);
    expect(await aside.answers()).toHaveLength(40);
  });

  it('driving in while the file is imported again stores each once', async () => {
    await aside.file(lines, MAPPING);
    await Promise.all([
      aside.redrive({ mapping: { values: mended.values } }),
      aside.file(lines, mended),
      aside.file(lines, MAPPING),
      aside.redrive({ mapping: { values: mended.values } }),
    ]);
    expect(await aside.answers()).toHaveLength(40);
    expect(await aside.rows()).toEqual([]);
  });
});

describe('what people decide', () => {
  const bad = { department: 'ward-4c', respondedAt: AT, csat: 4 };

  it('a row left out stays out, also when it is sent again, until that is taken back', async () => {
    await send(app, 'survey-responses', [bad]);
    const { id } = await aside.one();
    expect(await aside.ask('POST', 'dismiss', { ids: [id], reason: 'a test' })).toEqual({ rows: 1 });
    expect(await send(app, 'survey-responses', [bad])).toMatchObject({ quarantined: 1 });
    expect(await aside.rows()).toEqual([]);
    expect(await aside.redrive({ ids: [id] })).toMatchObject({ rows: 0, left: 1 });
    expect(await aside.rows({ state: 'dismissed' })).toMatchObject([{ id, reason: 'a test' }]);
    expect(await aside.ask('POST', 'restore', { ids: [id] })).toEqual({ rows: 1 });
    expect(await aside.rows()).toMatchObject([{ id, reason: null }]);
  });

  it('an import that drove rows in is undone like any other, and its rows wait again', async () => {
    await send(app, 'survey-responses', [bad, { ...bad, csat: 2, department: 'ward-4b' }]);
    const { id } = await aside.one();
    await aside.mend(id, { department: 'ward-4b' });
    const { imports } = await aside.redrive();
    expect(await aside.answers()).toEqual(['4', '2']);
    await undoImport(app.database, HOME_SCOPE, imports[0] ?? '', Date.now());
    expect(await aside.answers()).toEqual(['2']);
    expect(await aside.rows()).toMatchObject([{ id, state: 'open' }]);
    expect(await aside.redrive()).toMatchObject({ accepted: 1 });
    expect(await aside.answers()).toEqual(['4', '2']);
  });

  it('two who mend the same row: the slower one is told', async () => {
    await send(app, 'survey-responses', [bad]);
    const { id, version } = await aside.one();
    await aside.mend(id, { csat: 5 }, { version });
    await expect(aside.mend(id, { csat: 1 }, { version })).rejects.toThrow(/409.*changed-meanwhile/);
  });
});

it('a row that its source has erased is gone from here too', async () => {
  await send(
    app,
    'survey-responses',
    [{ externalId: 'v1', department: 'ward-4c', respondedAt: AT, csat: 4 }],
    'clinic',
  );
  expect(await aside.rows()).toHaveLength(1);
  const erased = await app.inject({
    method: 'POST',
    url: '/api/v1/ingest/survey-responses/erasure?source=clinic',
    payload: { externalId: 'v1' },
  });
  expect(erased.statusCode).toBe(204);
  expect(await aside.rows()).toEqual([]);
});
