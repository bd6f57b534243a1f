import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HeldDto } from '#contracts/patients.dto.ts';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { fhir } from '../../apps/api/src/ingest/formats/fhir.ts';
import { fileOf } from '../../apps/api/src/ingest/formats/fixtures/candidates-of.ts';
import { message, type Said } from '../../apps/api/src/ingest/formats/fixtures/hl7-messages.ts';
import type { Format } from '../../apps/api/src/ingest/formats/format.ts';
import { hl7Adt } from '../../apps/api/src/ingest/formats/hl7-adt.ts';
import { IdKey } from '../../apps/api/src/ingest/formats/id-key.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import { openMapped } from '../../apps/api/src/ingest/mapping/mapped-file.ts';
import type { Mapping } from '../../apps/api/src/ingest/mapping/mapping.ts';
import type { Candidate } from '../../apps/api/src/ingest/rows/candidate.ts';
import { undoImport } from '../../apps/api/src/ingest/running/undo-import.ts';
import { loadDirectory } from '../../apps/api/src/organisation/directory.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from './lakeside.ts';

const scope = { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' as const };
const NOW = Date.parse('2026-11-22T00:00:00Z');

let app: TestApp;
let ingest: IngestService;

beforeAll(async () => {
  app = await openTestApp();
  ingest = app.app.get(IngestService);
  await setUpOrganisation(app);
});

afterAll(() => app.close());

/** After whatever was put right, every cell equals a recount. */
const exact = async (): Promise<void> => expect(await verifyRollups(app.database, scope)).toEqual([]);

/** As files of this organisation are read. */
async function readAs() {
  const directory = await app.database.inScope(scope, loadDirectory);
  return { touchpoints: [], idKey: new IdKey(directory?.organisation.pseudonymKey) };
}

async function take(format: Format, text: string, source: string, mapping: Mapping = {}): Promise<string> {
  const importId = randomUUID();
  const kind = format === fhir ? 'survey-responses' : 'waits';
  const file = await openMapped(fileOf(text), { ...(await readAs()), format, mapping });
  const { quarantined, rejects } = await ingest.ingest(scope, { kind, source }, file.candidates(), { importId });
  expect({ quarantined, rejects }).toEqual({ quarantined: 0, rejects: [] });
  await exact();
  return importId;
}

const adt = (source: string, ...said: Said[]): Promise<string> => take(hl7Adt, said.map(message).join(''), source);

const WAITS = `select to_char(f.started_at at time zone 'Asia/Ho_Chi_Minh', 'DD HH24:MI') as began, f.wait_minutes as minutes,
  d.code as department
from wait f join department d on d.organisation_id = f.organisation_id and d.id = f.department_id
join source s on s.organisation_id = f.organisation_id and s.id = f.source_id where s.code = $1 order by f.started_at, f.id`;
const waits = async (source: string): Promise<unknown[]> =>
  (await app.database.inScope(scope, ({ query }) => query<Record<string, unknown>>(WAITS, [source]))).map(
    ({ began, minutes, department }) => [began, minutes, department],
  );

const arrival = (visit: string, at: string, place = 'ward-4b'): Said => ({
  event: 'A04',
  at: `20261120${at}`,
  visit,
  place,
});
const admission = (visit: string, at: string): Said => ({
  event: 'A01',
  at: `20261120${at}`,
  visit,
  place: 'medicine',
});

describe('amended', () => {
  it('a wait by A08: another place and another time, in the cells of both', async () => {
    await adt('amended', arrival('V1', '0815'));
    const update = { event: 'A08', at: '202611200830', visit: 'V1', place: 'medicine', registered: '202611192350' };
    await adt('amended', arrival('V1', '0815'), update, admission('V1', '0905'));
    expect(await waits('amended')).toEqual([['19 23:50', 555, 'medicine']]);
  });

  it('an answer by FHIR: the amended one supersedes the first, one entered in error goes', async () => {
    const answer = (id: string, status: string, csat: number) =>
      JSON.stringify({
        ...{ resourceType: 'QuestionnaireResponse', id, status, authored: '2026-11-20T09:00:00Z' },
        item: [{ linkId: 'csat', answer: [{ valueInteger: csat }] }],
      });
    const mapping = { constants: { department: 'ward-4b' } };
    await take(fhir, `${answer('q1', 'completed', 2)}\n${answer('q2', 'completed', 4)}\n`, 'fhir', mapping);
    await take(fhir, `${answer('q1', 'amended', 5)}\n${answer('q2', 'entered-in-error', 4)}\n`, 'fhir', mapping);
    const stored = await app.database.inScope(scope, ({ query }) =>
      query(
        `select f.csat from survey_response f join source s on s.id = f.source_id and s.organisation_id = f.organisation_id where s.code = 'fhir'`,
      ),
    );
    expect(stored).toEqual([{ csat: 5 }]);
  });
});

describe('retracted', () => {
  it.each([
    [
      'A11, of an admission',
      [arrival('V1', '0815'), admission('V1', '0905'), { event: 'A11', at: '202611200910', visit: 'V1' }],
      [['20 08:15', null, 'ward-4b']],
    ],
    ['A11, of the arrival', [arrival('V1', '0815'), { event: 'A11', at: '202611200910', visit: 'V1' }], []],
    [
      'A12, of a move',
      [
        arrival('V1', '0815'),
        { ...admission('V1', '0905'), event: 'A02' },
        { event: 'A12', at: '202611200910', visit: 'V1' },
      ],
      [['20 08:15', null, 'ward-4b']],
    ],
    [
      'A13, of leaving',
      [
        arrival('V1', '0815'),
        { event: 'A03', at: '202611200905', visit: 'V1', disposition: 'LWBS' },
        { event: 'A13', at: '202611200910', visit: 'V1' },
      ],
      [['20 08:15', null, 'ward-4b']],
    ],
    [
      'A23, of the visit',
      [arrival('V1', '0815'), admission('V1', '0905'), { event: 'A23', at: '202611200910', visit: 'V1' }],
      [],
    ],
  ] as [string, Said[], unknown[]][])('%s', async (name, messages, left) => {
    const source = `retracted-${name.slice(0, 3).toLowerCase()}-${messages.length}`;
    await adt(source, ...messages);
    expect(await waits(source)).toEqual(left);
    // What a later file cancels is found by its key.
    await adt(source, { event: 'A23', at: '202611201200', visit: 'V1' });
    expect(await waits(source)).toEqual([]);
  });
});

it('moved: a row that changes department and day changes the cells of both', async () => {
  const row = { externalId: 'm', department: 'ward-4b', respondedAt: '2026-11-01T09:00:00Z', csat: 4 };
  await send(app, 'survey-responses', [row], 'moved');
  await exact();
  await send(
    app,
    'survey-responses',
    [{ ...row, department: 'hillcrest-pharmacy', respondedAt: '2026-10-31T23:00:00Z' }],
    'moved',
  );
  await exact();
});

describe('told by several files', () => {
  const source = (name: string): string => `files-${name}`;
  const told = async (name: string, ...files: Said[][]): Promise<string[]> => {
    const imports: string[] = [];
    for (const file of files) imports.push(await adt(source(name), ...file));
    return imports;
  };

  it('an arrival in one file and the admission in the next are one wait, whichever comes first', async () => {
    await told('next', [arrival('V1', '0815')]);
    expect(await waits(source('next'))).toEqual([['20 08:15', null, 'ward-4b']]);
    await told('next', [admission('V1', '0905')]);
    await told('before', [admission('V1', '0905')], [arrival('V1', '0815')]);
    for (const name of ['next', 'before']) expect(await waits(source(name))).toEqual([['20 08:15', 50, 'ward-4b']]);
  });

  it('what a later file cancels is cancelled, and no more', async () => {
    const seen = [arrival('V1', '0815'), admission('V1', '0905')];
    await told('cancelled', seen, [{ event: 'A11', at: '202611200910', visit: 'V1' }]);
    expect(await waits(source('cancelled'))).toEqual([['20 08:15', null, 'ward-4b']]);
    await told('cancelled', seen, [admission('V1', '0930')]);
    expect(await waits(source('cancelled'))).toEqual([['20 08:15', 75, 'ward-4b']]);
    await told(
      'left',
      [arrival('V1', '0815')],
      [{ event: 'A03', at: '202611200905', visit: 'V1', disposition: 'LWBS' }],
    );
    await told('left', [{ event: 'A13', at: '202611200910', visit: 'V1' }]);
    expect(await waits(source('left'))).toEqual([['20 08:15', null, 'ward-4b']]);
  });

  it('undoing the later file leaves what the earlier one told', async () => {
    const [, later = ''] = await told('undone', [arrival('V1', '0815')], [admission('V1', '0905')]);
    await undoImport(app.database, scope, later, NOW);
    await exact();
    expect(await waits(source('undone'))).toEqual([['20 08:15', null, 'ward-4b']]);
    await told('undone', [admission('V1', '0845')]);
    expect(await waits(source('undone'))).toEqual([['20 08:15', 30, 'ward-4b']]);
  });

  it('of a patient who had everything erased nothing waits for its other half', async () => {
    await told('erased', [admission('GONE', '0905')]);
    await app.inject({
      ...{ method: 'POST', url: '/api/v1/patients/erase' },
      payload: { identifier: 'GONE', reason: 'asked at the desk' },
    });
    const left = await app.database.inScope(scope, ({ query }) =>
      query(
        `select 1 from row_part p join import i on i.id = p.import_id join source s on s.id = i.source_id where s.code = $1`,
        [source('erased')],
      ),
    );
    expect(left).toEqual([]);
    const file = await openMapped(fileOf(message(arrival('GONE', '0815'))), {
      ...(await readAs()),
      format: hl7Adt,
      mapping: {},
    });
    const { rejects } = await ingest.ingest(scope, { kind: 'waits', source: source('erased') }, file.candidates());
    expect(rejects.map(({ code }) => code)).toEqual(['erased']);
    expect(await waits(source('erased'))).toEqual([]);
  });
});

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

describe('an import that is undone', () => {
  const row = (externalId: string, csat: number, index = 0): Candidate => {
    const value = {
      externalId,
      csat,
      department: 'ward-4b',
      respondedAt: '2026-11-01T09:00:00Z',
      comment: `said ${externalId}`,
    };
    return { row: index + 1, raw: JSON.stringify(value), value };
  };
  const back = (externalId: string): Candidate => ({ row: 1, raw: externalId, value: { externalId }, retracts: true });
  const stored = async (source: string): Promise<unknown[]> =>
    (
      await app.database.inScope(scope, ({ query }) =>
        query<{ id: string; csat: number; comment: string }>(
          `select f.external_id as id, f.csat, f.comment from survey_response f
           join source s on s.organisation_id = f.organisation_id and s.id = f.source_id where s.code = $1 order by 1`,
          [source],
        ),
      )
    ).map(({ id, csat, comment }) => [id, csat, comment]);
  async function run(source: string, rows: readonly Candidate[]): Promise<string> {
    const importId = randomUUID();
    async function* one(): AsyncGenerator<Candidate[]> {
      yield rows.map((candidate) => ({ ...candidate }));
    }
    await ingest.ingest(scope, { kind: 'survey-responses', source }, one(), { importId });
    await exact();
    return importId;
  }

  it('brings back what it took back, as it was, whatever it did before and after', async () => {
    const before = ['gone', 'corrected', 'again', 'corrected-again'].map((id) => row(id, 3));
    await run('undo', before);
    const was = await stored('undo');
    const importId = await run('undo', [
      back('gone'),
      row('corrected', 1),
      back('corrected'),
      back('again'),
      row('again', 2),
      back('corrected-again'),
      row('corrected-again', 2),
      row('corrected-again', 1),
      row('new', 5),
      back('new'),
      row('newer', 5),
    ]);
    expect((await stored('undo')).length).toBe(3);
    const undone = await undoImport(app.database, scope, importId, NOW);
    expect(await stored('undo')).toEqual(was);
    expect(undone.kept).toBe(0);
    await exact();
  });

  it('brings complaints back with their numbers and what people did about them', async () => {
    const complaint = { externalId: 'c', department: 'ward-4b', receivedAt: '2026-11-02T09:00:00Z', title: 'Cold' };
    await send(app, 'complaints', [complaint, { ...complaint, externalId: 'd' }], 'letters');
    const step = { complaint: 'c', happenedAt: '2026-11-03T09:00:00Z', stage: 'acknowledged', note: 'Called back' };
    await send(app, 'complaint-events', [{ ...step, externalId: 'e' }], 'letters');
    const told = () =>
      app.database.inScope(scope, ({ query }) =>
        query(`select c.number, c.stage, c.acknowledged_on::text as acknowledged, c.title, e.note, e.recorded_at::text as recorded
          from complaint c join source s on s.organisation_id = c.organisation_id and s.id = c.source_id
          left join complaint_event e on e.organisation_id = c.organisation_id and e.complaint_id = c.id
          where s.code = 'letters' order by c.number`),
      );
    const was = await told();
    const importId = randomUUID();
    async function* both(): AsyncGenerator<Candidate[]> {
      yield [back('c'), back('d')];
    }
    await ingest.ingest(scope, { kind: 'complaints', source: 'letters' }, both(), { importId });
    await exact();
    expect(await told()).toEqual([]);
    await undoImport(app.database, scope, importId, NOW);
    await exact();
    expect(await told()).toEqual(was);
    const sent = await send(app, 'complaint-events', [{ ...step, externalId: 'e' }], 'letters');
    expect(sent).toMatchObject({ unchanged: 1 });
  });

  it('leaves what somebody has told again since', async () => {
    await run('retold', [row('a', 3)]);
    const importId = await run('retold', [back('a')]);
    await run('retold', [row('a', 5)]);
    expect(await undoImport(app.database, scope, importId, NOW)).toMatchObject({ restored: 0, kept: 1 });
    expect(await stored('retold')).toEqual([['a', 5, 'said a']]);
    await exact();
  });

  it('brings nothing back of whoever has been erased, and of what was taken back no word is left then', async () => {
    await run('erased', [
      { ...row('a', 3), value: { ...row('a', 3).value, visit: 'ERASE-ME' } },
      { ...row('ERASE-ME', 4) },
    ]);
    const importId = await run('erased', [back('a'), back('ERASE-ME')]);
    const payload = { identifier: 'ERASE-ME', reason: 'asked at the desk' };
    await app.inject({ method: 'POST', url: '/api/v1/patients/erase', payload });
    const kept = await app.database.inScope(scope, ({ query }) =>
      query('select 1 from replaced_row where import_id = $1', [importId]),
    );
    expect(kept).toEqual([]);
    await undoImport(app.database, scope, importId, NOW);
    expect(await stored('erased')).toEqual([]);
    await exact();
  });
});
