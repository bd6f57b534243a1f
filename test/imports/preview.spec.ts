import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import type { ImportPreviewDto, SourceMappingDto } from '#contracts/imports.dto.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';
import { type Ask, uploadWhole } from '../uploads/sending.ts';
import { beginImport, granted, whenEnded } from './importing.ts';

let app: TestApp;
let ask: Ask;

beforeAll(async () => {
  app = await openTestApp({ worker: true });
  ask = injectAs(app.app, await signedIn(app.app, { role: 'quality-manager', name: 'Quynh' }));
  await setUpOrganisation(app);
}, 60_000);

afterAll(() => app.close());

async function preview(content: string | Buffer, wish: object = {}): Promise<ImportPreviewDto> {
  const uploadId = await uploadWhole(ask, 'answers.csv', content);
  const shown = await granted<ImportPreviewDto>(ask, 'POST', '/api/v1/imports/preview', {
    ...{ uploadId, source: 'previewed' },
    ...wish,
  });
  await ask({ method: 'DELETE', url: `/api/v1/uploads/${uploadId}` });
  return shown;
}

const codes = ({ sheets }: ImportPreviewDto): string[] => (sheets[0]?.doubts ?? []).map(({ code }) => code);

const ROWS = [
  'response_id,ward,answered,overall satisfaction,comment',
  'r-1,ward-4b,03/04/2026,5,Call me on +370 612 34567',
  'r-2,cardiology,04/04/2026,4,Kind',
  'r-3,ward-4b,05/04/2026,9,',
].join('\n');
const MAPPING = {
  columns: {
    response_id: 'externalId',
    ward: 'department',
    answered: 'respondedAt',
    'overall satisfaction': 'csat',
    comment: 'comment',
  },
};

describe('a preview', () => {
  it('proposes a mapping, asks what it cannot know, and shows the first rows as they would be stored', async () => {
    const shown = await preview(ROWS, { kind: 'survey-responses', mapping: MAPPING });
    expect(codes(shown)).toEqual(expect.arrayContaining(['date-order', 'unknown-places']));
    const [sheet] = shown.sheets;
    expect(sheet?.doubts.find(({ code }) => code === 'date-order')).toMatchObject({ mustBeAnswered: true });
    expect(sheet?.doubts.find(({ code }) => code === 'unknown-places')?.values).toEqual([
      { text: 'cardiology', nearest: null },
    ]);
    const [first, second, third] = sheet?.rows ?? [];
    expect(first?.problem).toBeNull();
    expect(first?.values).toMatchObject({ externalId: 'r-1', csat: '5' });
    expect(first?.values.comment).not.toContain('612');
    expect(second?.problem).toMatchObject({ code: 'unknown-department' });
    expect(third?.problem).toMatchObject({ field: 'csat', code: 'out-of-range' });
  });

  it('asks no more what the mapping answers', async () => {
    const mapping = {
      ...MAPPING,
      values: { department: { cardiology: 'medicine' } },
      dates: { order: 'dmy', zone: 'Europe/Vilnius' },
    };
    const shown = await preview(ROWS, { kind: 'survey-responses', mapping });
    expect(codes(shown)).toEqual([]);
    expect(shown.sheets[0]?.rows[1]?.problem).toBeNull();
    expect(shown.mapping).toEqual(mapping);
  });

  it('guesses what the rows are and proposes what feeds what, where nobody has said', async () => {
    const shown = await preview(ROWS);
    expect(shown).toMatchObject({ format: { code: 'csv' }, kept: false, encoding: null, encodings: [] });
    expect(shown.sheets[0]).toMatchObject({ kind: 'survey-responses', kindIsSettled: false });
    expect(shown.sheets[0]?.columns.find(({ name }) => name === 'comment')).toMatchObject({ fields: ['comment'] });
  });

  it('shows what a file that is not UTF-8 could say, the likeliest language first', async () => {
    const thai = iconv.encode('department,respondedAt,csat,comment\nward-4b,2026-09-01,5,ขอบคุณมากค่ะ\n', 'windows-874');
    const shown = await preview(thai);
    expect(shown.encoding).toBeNull();
    expect(shown.encodings[0]).toMatchObject({ encoding: 'windows-874', language: 'th' });
    const chosen = await preview(thai, { encoding: 'windows-874' });
    expect(chosen.encoding).toBe('windows-874');
    expect(chosen.sheets[0]?.rows[0]?.values.comment).toBe('ขอบคุณมากค่ะ');
  });

  it('refuses a mapping that names what there is not, and a file that is no table', async () => {
    const uploadId = await uploadWhole(ask, 'answers.csv', ROWS);
    const wish = { uploadId, source: 'previewed', kind: 'survey-responses' };
    const url = '/api/v1/imports/preview';
    const odd = await ask({
      method: 'POST',
      url,
      payload: { ...wish, mapping: { columns: { ward: 'no-such-field' } } },
    });
    expect([odd.statusCode, odd.body]).toEqual([400, expect.stringContaining('no-such-field')]);
    await ask({ method: 'DELETE', url: `/api/v1/uploads/${uploadId}` });
  });
});

describe('a file of a whole country', () => {
  const HEAD = 'Period,Org code,Org name,Site code,Ward name,1 Very Good SUM,2 Good SUM,3 Neither Good nor Poor SUM,';
  const TAIL = '4 Poor SUM,5 Very Poor SUM,6 Dont Know SUM,Total Responses SUM,Total Eligible SUM';
  const row = (org: string, site: string, ward: string): string =>
    `Oct-26,${org},TRUST ${org},${site},${ward},10,2,0,0,0,0,12,40`;
  const others = Array.from({ length: 400 }, (_, nth) => row(`RA${nth}`, `RA${nth}01`, 'Ward 1'));
  const FILE = [HEAD + TAIL, ...others, row('RX1', 'riverside', 'ward-4b'), row('RX1', 'elsewhere', 'Ward 9')].join(
    '\n',
  );

  it('proposes whose rows are ours, asks, and shows those first, wherever they stand', async () => {
    const shown = await preview(FILE);
    expect(shown).toMatchObject({ format: { code: 'nhs-fft' }, mapping: { only: { 'Org code': ['RX1'] } } });
    const [doubt] = shown.sheets[0]?.doubts.filter(({ code }) => code === 'whose-rows') ?? [];
    expect(doubt).toMatchObject({ column: 'Org code', mustBeAnswered: false });
    expect(doubt?.values.length).toBe(401);
    expect(doubt?.values.at(-1)).toEqual({ text: 'RX1', nearest: null, name: 'TRUST RX1' });
    expect(shown.sheets[0]?.rows.map(({ values }) => values.department)).toEqual(['ward-4b', 'Ward 9']);
  });

  it('takes in ours alone and tells how many it passed over', async () => {
    const wish = { source: 'national', format: 'nhs-fft', mapping: { only: { 'Org code': ['RX1'] } } };
    const ended = await whenEnded(ask, await beginImport(ask, FILE, wish));
    expect(ended).toMatchObject({ state: 'done', read: 2, accepted: 1, quarantined: 1 });
    expect(ended.passedOver).toEqual({ 'rows of others, told by Org code': 400 });
  });

  it('asks nothing where it holds one organisation', async () => {
    expect(codes(await preview([HEAD + TAIL, row('RX1', 'riverside', 'ward-4b')].join('\n')))).not.toContain(
      'whose-rows',
    );
  });
});

describe('the mapping of a source', () => {
  const KEPT = { ...MAPPING, values: { department: { cardiology: 'medicine' } }, dates: { order: 'dmy' } };

  it('is kept with what came in, and used for the next file, as far as that has its columns', async () => {
    const wish = { kind: 'survey-responses', source: 'kept', mapping: KEPT };
    expect(await whenEnded(ask, await beginImport(ask, ROWS, { ...wish, dryRun: true }))).toMatchObject({
      accepted: 2,
    });
    const none = await ask({ method: 'GET', url: '/api/v1/sources/kept/mappings/survey-responses' });
    expect(none.statusCode).toBe(404);
    expect(await whenEnded(ask, await beginImport(ask, ROWS, wish))).toMatchObject({ state: 'done', accepted: 2 });
    const kept = await granted<SourceMappingDto>(ask, 'GET', '/api/v1/sources/kept/mappings/survey-responses');
    expect(kept).toMatchObject({ version: 1, mapping: KEPT, savedBy: 'Quynh' });
    const next = await preview(ROWS, { source: 'kept', useKept: true });
    expect(next).toMatchObject({ kept: true, mapping: KEPT });
    const drifted = await preview(ROWS.replace('overall satisfaction', 'happiness'), { source: 'kept', useKept: true });
    expect(drifted.sheets[0]?.doubts).toContainEqual(
      expect.objectContaining({ code: 'column-missing', column: 'overall satisfaction', field: 'csat' }),
    );
  });

  it('is put right by hand, one version after the other, and not by two at once', async () => {
    const url = '/api/v1/sources/kept/mappings/survey-responses';
    const mapping = { ...KEPT, site: 'riverside' };
    expect(await granted<SourceMappingDto>(ask, 'PUT', url, { mapping, version: 1 })).toMatchObject({
      version: 2,
      mapping,
    });
    const late = await ask({ method: 'PUT', url, payload: { mapping: KEPT, version: 1 } });
    expect(late.statusCode).toBe(409);
    const odd = await ask({ method: 'PUT', url, payload: { mapping: { column: {} }, version: 2 } });
    expect(odd.statusCode).toBe(400);
    const nowhere = await ask({ method: 'GET', url: url.replace('kept', 'no-such') });
    expect(nowhere.statusCode).toBe(404);
  });
});
