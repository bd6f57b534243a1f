import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fhir } from '../../apps/api/src/ingest/formats/fhir.ts';
import { fileOf } from '../../apps/api/src/ingest/formats/fixtures/candidates-of.ts';
import { message, type Said } from '../../apps/api/src/ingest/formats/fixtures/hl7-messages.ts';
import { hl7Adt } from '../../apps/api/src/ingest/formats/hl7-adt.ts';
import { openMapped } from '../../apps/api/src/ingest/mapping/mapped-file.ts';
import { undoImport } from '../../apps/api/src/ingest/running/undo-import.ts';
import { send, setUpOrganisation } from './lakeside.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { admission, arrival, correcting, scope } from './correcting.ts';

const NOW = Date.parse('2026-11-22T00:00:00Z');

let app: TestApp;
let ingest: IngestService;
const { adt, exact, readAs, take, waits } = correcting(() => app);

beforeAll(async () => {
  app = await openTestApp();
  ingest = app.app.get(IngestService);
  await setUpOrganisation(app);
});

afterAll(() => app.close());

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
