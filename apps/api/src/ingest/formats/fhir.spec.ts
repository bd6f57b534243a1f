import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fhir } from './fhir.ts';
import { fileHead } from './file-head.ts';
import type { SourceRecord } from './format.ts';
import { fileOf, fixture, halfRowsOfCuts, type ReadOptions, type ReadRow, readAs } from './fixtures/candidates-of.ts';

const read = async (name: string, answers = {}) =>
  readAs(fhir, await fixture('fhir', name), { mappings: { answers: { columns: answers } } });
const ofSheet = (rows: readonly ReadRow[], name: string) => rows.filter(({ sheet }) => sheet === name);

/** Each wait as its visit, and what became of it. */
const waits = (rows: readonly ReadRow[]) =>
  ofSheet(rows, 'visits').map(({ value, retracts, problem }) => {
    const { externalId, startedAt, endedAt = 'waiting', outcome, department } = value;
    if (problem !== undefined) return [externalId, problem.code];
    return retracts ? [externalId, 'taken back'] : [externalId, startedAt, endedAt, outcome, department];
  });

const response = (id: string, item: readonly object[], more: object = {}) => ({
  resourceType: 'QuestionnaireResponse',
  id,
  status: 'completed',
  authored: '2026-11-20T16:00:00Z',
  item,
  ...more,
});
const lines = (...resources: readonly object[]) => fileOf(resources.map((one) => JSON.stringify(one)).join('\n'));

describe('answers to questionnaires', () => {
  it('are columns by linkId, labelled with what was asked, those within groups and answers too', async () => {
    const { sheets } = await read('ok-search-r4.json');
    expect(sheets.map(({ name, kind }) => [name, kind])).toEqual([
      ['answers', 'survey-responses'],
      ['visits', 'waits'],
    ]);
    expect(sheets[0]?.columns.slice(6)).toEqual([
      { name: '1.1', label: 'How likely are you to recommend us?' },
      { name: '1.2', label: 'How was the waiting?' },
      { name: '1.2.1', label: 'Why?' },
      { name: '2', label: 'What could be better?' },
      { name: '3', label: 'May we call you?' },
      { name: '4', label: 'A picture' },
      { name: '5', label: 'Your doctor' },
      { name: '6', label: 'Minutes you waited' },
    ]);
  });

  it('go in when completed or amended, and are taken back when entered in error', async () => {
    const { rows, passedOver } = await read('ok-search-r4.json', {
      '1.1': 'nps',
      '1.2': 'scores.check-in',
      '2': 'comment',
    });
    expect(ofSheet(rows, 'answers').map(({ value, retracts, problem }) => [value, retracts, problem])).toEqual([
      [
        {
          externalId: 'qr-1',
          respondedAt: '2026-11-20T16:30:00+02:00',
          language: 'lt',
          visit: 'enc-1',
          department: 'ED',
          nps: 9,
          scores: { 'check-in': 4 },
          comment: 'Signs to the lift; Parking',
        },
        false,
        undefined,
      ],
      [
        { externalId: 'qr-2', respondedAt: '2026-11-21T09:00:00Z', nps: 3, comment: 'Corrected: nobody came' },
        false,
        undefined,
      ],
      [{ externalId: 'qr-4', respondedAt: '2026-11-21T09:06:00Z' }, true, undefined],
    ]);
    expect(passedOver['answers that were not completed']).toBe(1);
  });

  it('say yes or no, a code, a number of whatever unit; pictures and people are left out', async () => {
    const { sheets, records } = await read('ok-search-r4.json');
    const names = sheets[0]?.columns.map(({ name }) => name) ?? [];
    const cells = Object.fromEntries(names.map((name, index) => [name, records[0]?.cells[index]]));
    expect(cells).toMatchObject({ '1.2': '4', '1.2.1': 'Called on time', '3': 'true', '4': '', '5': '', '6': '12.5' });
  });

  it('keep answers to one question apart from columns of the same name', async () => {
    const asked = response('1', [{ linkId: 'QuestionnaireResponse.id', answer: [{ valueString: 'mine' }] }]);
    const { sheets, rows } = await readAs(fhir, lines(asked, asked));
    expect(sheets[0]?.columns.at(-1)).toEqual({ name: 'QuestionnaireResponse.id (2)' });
    expect(rows[0]?.value.externalId).toBe('1');
  });
});

describe('visits', () => {
  it('of R4 tell the wait by their own history, at the place where they began', async () => {
    const { rows, passedOver } = await read('ok-search-r4.json');
    expect(waits(rows)).toEqual([
      ['enc-1', '2026-11-20T08:14:00+02:00', '2026-11-20T09:05:00+02:00', undefined, 'ED'],
      ['enc-2', '2026-11-20T10:00:00+02:00', 'waiting', undefined, 'MIN'],
      ['enc-3', '2026-11-20T10:05:00+02:00', '2026-11-20T10:25:00+02:00', undefined, 'EYE'],
      ['enc-4', 'taken back'],
      ['enc-6', '2026-11-20T10:40:00+02:00', '2026-11-20T12:00:00+02:00', 'left', 'nowhere-told'],
      ['enc-7', 'taken back'],
      ['enc-9', 'taken back'],
    ]);
    expect(passedOver).toEqual({
      'answers that were not completed': 1,
      'visits that are only planned': 1,
      'visits that do not tell when the patient arrived or was seen': 1,
      'resources that are neither answers nor visits': 1,
    });
  });

  it('of R5 are put together from the parts of their history, in whatever order these stand', async () => {
    const { rows, passedOver } = await read('ok-history-r5.ndjson');
    const seen = ['r5-1', '2026-11-20T08:14:00Z', '2026-11-20T09:05:00Z', undefined, 'ED'];
    expect(waits(rows)).toEqual([
      seen,
      ['r5-2', '2026-11-20T08:30:00Z', 'waiting', undefined, 'ED'],
      seen,
      ['r5-2', '2026-11-20T08:30:00Z', '2026-11-20T10:30:00Z', 'left', 'ED'],
      ['r5-4', '2026-11-20T11:00:00Z', 'waiting', undefined, 'ED'],
      ['r5-4', 'taken back'],
    ]);
    expect(ofSheet(rows, 'answers').map(({ value }) => value)).toEqual([
      {
        externalId: 'urn:uuid:0b1f0c2a-0000-4000-8000-000000000001',
        respondedAt: '2026-11-20T13:00:00Z',
        visit: 'V-7',
        nps: 10,
      },
    ]);
    expect(passedOver).toEqual({
      'parts of visits whose arrival is not in the file': 2,
      'parts of visits that were entered in error': 1,
    });
  });

  it('belong to an organisation where none tells a place', async () => {
    const visit = {
      resourceType: 'Encounter',
      id: '1',
      status: 'arrived',
      period: { start: '2026-11-20T10:00:00Z' },
      serviceProvider: { identifier: { value: 'NORTH' }, display: 'The North Clinic' },
    };
    expect(waits((await readAs(fhir, lines(visit, visit))).rows)[0]).toEqual([
      '1',
      '2026-11-20T10:00:00Z',
      'waiting',
      undefined,
      'NORTH',
    ]);
  });

  it('do not begin on a day alone', async () => {
    const visit = { resourceType: 'Encounter', id: '1', status: 'arrived', period: { start: '2026-11-20' } };
    const { rows, passedOver } = await readAs(fhir, lines(visit, visit));
    expect(rows).toEqual([]);
    expect(passedOver).toEqual({ 'visits that do not tell when the patient arrived or was seen': 2 });
  });
});

describe('patients whose records were merged', () => {
  const patient = (id: string, number: string, ...link: object[]) => ({
    ...{ resourceType: 'Patient', id, link, name: [{ family: 'Ozolins' }] },
    identifier: [{ value: number }],
  });
  const to = (type: string, other: object) => ({ type, other });
  const merges = (rows: readonly ReadRow[]) =>
    ofSheet(rows, 'visits').map(({ value, retracts, mergedInto }) => [value.visit, mergedInto?.visit, retracts]);

  it('are known by either number, whichever of them says so', async () => {
    const { rows, sheets } = await readAs(
      fhir,
      lines(
        response('q', []),
        patient('1', 'MRN-1', to('replaced-by', { reference: 'Patient/2' })),
        patient('2', 'MRN-2', to('replaces', { reference: 'https://fhir.example/Patient/1' })),
        patient(
          '3',
          'MRN-3',
          to('replaces', { identifier: { value: 'MRN-4' } }),
          to('seealso', { reference: 'Patient/1' }),
        ),
        patient('5', 'MRN-5', to('replaces', { reference: 'RelatedPerson/7' })),
      ),
    );
    const pairs = [
      ['1', '2', true],
      ['MRN-1', 'MRN-2', true],
    ];
    expect(merges(rows)).toEqual([...pairs, ...pairs, ['MRN-4', 'MRN-3', true]]);
    expect(JSON.stringify(sheets)).not.toContain('Ozolins');
  });

  it('are never taken for visits that are numbered alike', async () => {
    const visit = { resourceType: 'Encounter', id: '1', status: 'arrived', period: { start: '2026-11-20T10:00:00Z' } };
    const { rows } = await readAs(fhir, lines(visit, patient('1', '', to('replaced-by', { reference: 'Patient/2' }))));
    const [told, merged] = rows.map(({ value }) => value.externalId);
    expect(told).toBe('1');
    expect(merged).toMatch(/^[0-9a-f]{32}$/);
  });
});

it('takes the newest version alone from a history, and takes back what was deleted', async () => {
  const { rows, passedOver } = await read('ok-versions.json');
  expect(rows.map(({ value, retracts }) => [value.externalId, value.csat, retracts])).toEqual([
    ['qr-1', 2, false],
    ['qr-2', undefined, true],
  ]);
  expect(passedOver).toEqual({ 'older versions of answers and visits': 2 });
});

it('says the same when it is read again', async () => {
  for (const name of ['ok-versions.json', 'ok-history-r5.ndjson']) {
    const opened = await fhir.open(await fixture('fhir', name), {});
    const all = async () => {
      const records: SourceRecord[] = [];
      for await (const some of opened.records()) records.push(...some);
      return records;
    };
    const first = await all();
    expect(await all()).toEqual(first);
    expect(first.length).toBeGreaterThan(0);
  }
});

it('drops who people are, and what places are called', async () => {
  const { sheets, records } = await read('ok-search-r4.json');
  const kept = JSON.stringify([sheets, records.map(({ cells, raw }) => [cells, raw])]);
  const words = [
    'Ozolin',
    'Ruta',
    'Kalnins',
    'Patient/',
    'Practitioner',
    '37060011223',
    'iVBOR',
    'Cardiology',
    'Minor',
    'OLD-1',
  ];
  for (const word of words) expect([word, kept.includes(word)]).toEqual([word, false]);
});

it('refuses single lines and goes on', async () => {
  const { rows } = await read('not-ok-lines.ndjson');
  expect(rows.map(({ row, problem }) => [row, problem?.field, problem?.code])).toEqual([
    [1, undefined, undefined],
    [2, null, 'not-json'],
    [3, null, 'not-an-object'],
    [4, 'respondedAt', 'not-an-instant'],
    [5, 'respondedAt', 'required'],
    [6, 'csat', 'not-an-integer'],
  ]);
  for (const { problem } of rows) expect(problem?.message ?? '').not.toContain('lovely');
});

describe('files that are refused', () => {
  const asked = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ linkId: String(index), answer: [{ valueInteger: 1 }] }));

  it.each<[string, string, RegExp]>([
    ['a table', 'a,b\n1,2\n', /does not begin as JSON does.*XML is not read/],
    [
      'resources of another sort',
      '{"resourceType": "Patient"}\n{"resourceType": "Patient"}\n',
      /holds Patient but no answers/,
    ],
    ['no resources at all', '[{"id": 1}]', /holds no FHIR resources/],
    ['too many questions', JSON.stringify(response('1', asked(2001))), /more than 2000 different questions/],
  ])('%s', async (_, text, words) => {
    await expect(readAs(fhir, fileOf(text))).rejects.toThrow(words);
  });

  it('a bundle that was cut off, before its first row', async () => {
    await expect(fhir.open(await fixture('fhir', 'not-ok-cut-off.fhir'), {})).rejects.toThrow(
      /is not whole JSON: it is broken or cut off/,
    );
  });
});

it('refuses one resource of a bundle that is longer than any is, and goes on', async () => {
  const long = response('2', [{ linkId: 'csat', answer: [{ valueString: 'x'.repeat(1_100_000) }] }]);
  const entry = [response('1', []), long, response('3', [])].map((resource) => ({ resource }));
  const { rows } = await readAs(fhir, fileOf(JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry })));
  expect(rows.map(({ value, problem }) => problem?.code ?? value.externalId)).toEqual(['1', 'too-long', '3']);
});

it.each<[string, ReadOptions]>([
  ['ok-versions.json', {}],
  ['ok-history-r5.ndjson', {}],
])('takes nothing for whole that was cut: %s', async (name, options) => {
  const whole = await readFile(join(import.meta.dirname, 'fixtures/fhir', name));
  expect(await halfRowsOfCuts(fhir, whole, options)).toEqual([]);
});

describe('is recognised', () => {
  it.each<[string, string, boolean]>([
    ['as one resource over many lines', JSON.stringify(response('1', []), null, 2), true],
    [
      'as a bundle whose first entry is longer than what is looked at',
      `{"resourceType": "Bundle", "entry": [{"fullUrl": "`,
      true,
    ],
    ['not as patients alone', '{"resourceType": "Patient"}\n', false],
    ['not in XML', '<Bundle xmlns="http://hl7.org/fhir"/>', false],
    ['not as tickets', '{"tickets": [{"id": 1}]}', false],
  ])('%s', async (_, text, recognised) => {
    expect(fhir.recognises(await fileHead(fileOf(text)))).toBe(recognised);
  });
});
