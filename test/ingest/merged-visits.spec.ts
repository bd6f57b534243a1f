import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HeldDto } from '#contracts/patients.dto.ts';
import type { Said } from '../../apps/api/src/ingest/formats/fixtures/hl7-messages.ts';
import type { Candidate } from '../../apps/api/src/ingest/rows/candidate.ts';
import { undoImport } from '../../apps/api/src/ingest/running/undo-import.ts';
import { send, setUpOrganisation } from './lakeside.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { admission, arrival, correcting, scope } from './correcting.ts';

const NOW = Date.parse('2026-11-22T00:00:00Z');

let app: TestApp;
let ingest: IngestService;
const { adt, exact, waits } = correcting(() => app);

beforeAll(async () => {
  app = await openTestApp();
  ingest = app.app.get(IngestService);
  await setUpOrganisation(app);
});

afterAll(() => app.close());

describe('merged visits', () => {
  const merge = (visit: string, into: string): Said => ({
    event: 'A42',
    at: '202611200930',
    visit: into,
    merged: `MRG|||||${visit}`,
  });
  const held = async (identifier: string): Promise<Record<string, number>> => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/patients/find', payload: { identifier } });
    return Object.fromEntries(answer.json<HeldDto>().kinds.map(({ kind, rows }) => [kind, rows]));
  };

  it('in one file: one wait, from the earlier arrival', async () => {
    await adt('merged', arrival('M1', '0815'), arrival('M2', '0825'), merge('M1', 'M2'), admission('M2', '0905'));
    expect(await waits('merged')).toEqual([['20 08:15', 50, 'ward-4b']]);
  });

  it('by a later file: one wait, from the earlier arrival, under the visit that stays', async () => {
    await adt(
      'later',
      arrival('L1', '0815'),
      admission('L1', '0905'),
      arrival('L3', '1000'),
      admission('L3', '1010'),
      arrival('L5', '1100'),
    );
    await adt(
      'later',
      merge('L1', 'L2'),
      arrival('L4', '1005'),
      admission('L4', '1010'),
      merge('L3', 'L4'),
      merge('L5', 'L6'),
    );
    expect(await waits('later')).toEqual([
      ['20 08:15', 50, 'ward-4b'],
      ['20 10:00', 10, 'ward-4b'],
      ['20 11:00', null, 'ward-4b'],
    ]);
  });

  it('whoever asks for either number finds, and has erased, what came in under both', async () => {
    const answer = { department: 'ward-4b', respondedAt: '2026-11-20T09:00:00Z', csat: 3 };
    await send(
      app,
      'survey-responses',
      [
        { ...answer, externalId: 'p1', visit: 'P1' },
        { ...answer, externalId: 'p2', visit: 'P2' },
      ],
      'exit',
    );
    await send(
      app,
      'complaints',
      [{ externalId: 'c', department: 'ward-4b', receivedAt: '2026-11-20T10:00:00Z', title: 'T', visit: 'P1' }],
      'desk',
    );
    const importId = await adt(
      'two',
      arrival('P1', '0815'),
      arrival('P2', '0825'),
      merge('P1', 'P2'),
      merge('P2', 'P3'),
    );
    const all = { 'survey-responses': 2, complaints: 1 };
    for (const number of ['P1', 'P2', 'P3']) expect(await held(number)).toMatchObject(all);
    const trail = await app.database.inScope(scope, ({ query }) =>
      query(`select subject, details from audit_event where action = 'rows.merged' order by seq desc limit 1`),
    );
    expect(trail).toMatchObject([{ subject: 'two' }]);
    expect(JSON.stringify(trail)).not.toMatch(/P[123]"/);

    // Undone, they are two again; told again, they are one.
    await undoImport(app.database, scope, importId, NOW);
    await exact();
    expect(await held('P3')).toEqual({});
    expect(await held('P1')).toEqual({ 'survey-responses': 1, complaints: 1 });
    await adt('two', arrival('P1', '0815'), arrival('P2', '0825'), merge('P1', 'P2'), merge('P2', 'P3'));

    // And a number of the patient that another took the place of.
    await send(app, 'survey-responses', [{ ...answer, externalId: 'p3', visit: 'MRN-OLD' }], 'exit');
    await adt('numbers', { event: 'A40', at: '202611211000', merged: 'MRG|MRN-OLD', patient: 'MRN-NEW' });
    expect(await held('MRN-NEW')).toEqual({ 'survey-responses': 1 });
    expect(await held('MRN-OLD')).toEqual({ 'survey-responses': 1 });

    const payload = { identifier: 'P3', reason: 'asked at the desk' };
    await app.inject({ method: 'POST', url: '/api/v1/patients/erase', payload });
    await exact();
    for (const number of ['P1', 'P2', 'P3']) expect(await held(number)).toEqual({});
    const left = await app.database.inScope(scope, ({ query }) =>
      query(
        'select m.retired from merged_visit m join import i on i.id = m.import_id join source s on s.id = i.source_id where s.code = $1',
        ['two'],
      ),
    );
    const names = await app.database.inScope(scope, ({ query }) =>
      query(`select 1 from survey_response where external_id in ('p1', 'p2')`),
    );
    expect({ left, names }).toEqual({ left: [], names: [] });
  });
});

describe('merged by a system that sends rows', () => {
  const wait = (externalId: string, waitMinutes: number) => ({
    ...{ externalId, visit: externalId, waitMinutes },
    ...{ department: 'ward-4b', startedAt: '2026-11-20T08:15:00Z' },
  });
  const visits = (retired: string, surviving: string) => ({
    ...{ retired, surviving, retiredExternalId: retired, survivingExternalId: surviving },
  });
  const merge = (source: string, ...merges: object[]) =>
    app.inject({ method: 'POST', url: `/api/v1/ingest/merges?source=${source}`, payload: { merges } });
  const minutes = async (source: string): Promise<unknown[]> =>
    (await waits(source)).map((row) => (row as unknown[])[1]).sort();

  it('a wait counts once, though the surviving visit tells its own only afterwards, and though the other comes again', async () => {
    await send(app, 'waits', [wait('A', 10), wait('C', 30)], 'rest');
    expect((await merge('rest', visits('A', 'B'), visits('B', 'D'))).statusCode).toBe(200);
    expect(await minutes('rest')).toEqual([10, 30]);
    await send(app, 'waits', [wait('D', 20)], 'rest');
    await exact();
    expect(await minutes('rest')).toEqual([20, 30]);
    expect(await send(app, 'waits', [wait('A', 10), wait('C', 30)], 'rest')).toMatchObject({
      accepted: 0,
      unchanged: 2,
    });
    await exact();
    expect(await minutes('rest')).toEqual([20, 30]);
  });

  it('comes back when that import is undone, or the merge', async () => {
    const sent = async (...rows: object[]): Promise<string> => {
      const importId = randomUUID();
      async function* one(): AsyncGenerator<Candidate[]> {
        yield rows.map((value, index) => ({ row: index + 1, raw: JSON.stringify(value), value: { ...value } }));
      }
      await ingest.ingest(scope, { kind: 'waits', source: 'back' }, one(), { importId });
      return importId;
    };
    await sent(wait('A', 10));
    await merge('back', visits('A', 'B'));
    const later = await sent(wait('B', 20));
    expect(await minutes('back')).toEqual([20]);
    await undoImport(app.database, scope, later, NOW);
    await exact();
    expect(await minutes('back')).toEqual([10]);
    await sent(wait('B', 20));
    expect(await minutes('back')).toEqual([20]);
    const [merged] = await app.database.inScope(scope, ({ query }) =>
      query<{ id: string }>(`select distinct m.import_id as id from merged_visit m
        join import i on i.id = m.import_id join source s on s.id = i.source_id where s.code = 'back'`),
    );
    await undoImport(app.database, scope, merged?.id ?? '', NOW);
    await exact();
    expect(await minutes('back')).toEqual([10, 20]);
  });

  it('numbers of a patient are known as one, and no wait is touched', async () => {
    await send(app, 'waits', [{ ...wait('N1', 10), visit: 'MRN-1' }], 'numbers-rest');
    expect((await merge('numbers-rest', { retired: 'MRN-1', surviving: 'MRN-2' })).json()).toMatchObject({
      read: 1,
      updated: 0,
    });
    expect(await minutes('numbers-rest')).toEqual([10]);
    const payload = { identifier: 'MRN-2' };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/patients/find', payload });
    expect(answer.json<HeldDto>().kinds).toMatchObject([{ kind: 'waits', rows: 1 }]);
  });

  it.each<[object, string]>([
    [{ retired: 'A', surviving: ' A ' }, 'have to be two'],
    [{ retired: 'A', surviving: 'B', retiredExternalId: '1' }, 'name both, or neither'],
  ])('says what is wrong with %j', async (pair, words) => {
    const answer = await merge('rest', pair);
    expect(answer.statusCode).toBe(400);
    expect(answer.json<{ message: string }>().message).toContain(words);
  });
});
