import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MaskedTextDto, SourceMaskingDto } from '#contracts/masking.dto.ts';
import { DEFAULT_MASKING, DETECTORS } from '#domain/masking.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import type { Candidate } from '../../apps/api/src/ingest/rows/candidate.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';

const AT = '2026-10-01T09:00:00Z';
const SAID = 'Dr Okonjo: 0912 345 678, a.b@mail.example, HN 123456';

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
});

afterAll(() => app.close());

const answer = (externalId: string | undefined, comment: string, more: object = {}) => ({
  ...{ externalId, department: 'ward-4b', respondedAt: AT, csat: 4, comment },
  ...more,
});

async function newSource(code: string): Promise<SourceMaskingDto> {
  await app.inject({ method: 'POST', url: '/api/v1/sources', payload: { code, name: code } });
  return masking(code);
}

const masking = async (code: string): Promise<SourceMaskingDto> =>
  (await app.inject({ url: `/api/v1/sources/${code}/masking` })).json();

const change = (code: string, payload: object) =>
  app.inject({ method: 'PATCH', url: `/api/v1/sources/${code}/masking`, payload });

const wordsOf = async (source: string): Promise<string[]> =>
  (
    await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query<{ comment: string }>(
        `select f.comment from survey_response f join source s on s.organisation_id = f.organisation_id and s.id = f.source_id
         where s.code = $1 order by f.comment`,
        [source],
      ),
    )
  ).map(({ comment }) => comment);

describe('what is masked in a source', () => {
  it('is everything, but names in complaints, while nobody has said otherwise', async () => {
    const { feedback, complaints, hospitalNumbers } = await newSource('usual');
    expect({ feedback, complaints, hospitalNumbers }).toEqual(DEFAULT_MASKING);
  });

  it('is what was chosen, from then on, and each source goes by its own', async () => {
    const { version } = await newSource('phones-only');
    const changed = await change('phones-only', { feedback: ['phone'], complaints: [], hospitalNumbers: [], version });
    expect(changed.statusCode).toBe(200);
    expect(changed.json()).toMatchObject({ feedback: ['phone'], complaints: [] });
    await send(app, 'survey-responses', [answer('1', SAID)], 'phones-only');
    await send(app, 'survey-responses', [answer('1', SAID)], 'all');
    expect(await wordsOf('phones-only')).toEqual(['Dr Okonjo: [phone], a.b@mail.example, HN 123456']);
    expect(await wordsOf('all')).toEqual(['Dr [name]: [phone], [email], HN [id]']);
  });

  it('changes the words of rows that are sent again, and doubles none, with ids or without', async () => {
    const rows = [answer('own', SAID), answer(undefined, SAID), answer(undefined, `${SAID}!`)];
    const { version } = await newSource('again');
    await change('again', { feedback: [], complaints: [], hospitalNumbers: [], version });
    expect(await send(app, 'survey-responses', rows, 'again')).toMatchObject({ accepted: 3, masked: {} });
    const open = await masking('again');
    await change('again', { feedback: DETECTORS, complaints: [], hospitalNumbers: [], version: open.version });
    expect(await send(app, 'survey-responses', rows, 'again')).toMatchObject({ updated: 3, masked: { phone: 3 } });
    expect(await send(app, 'survey-responses', rows, 'again')).toMatchObject({ unchanged: 3 });
    expect((await wordsOf('again')).filter((words) => words.includes('0912'))).toEqual([]);
  });

  it('is not changed over what somebody else chose meanwhile, nor by whom it is not given to', async () => {
    const { version } = await newSource('two-editors');
    const wish = { feedback: ['phone'], complaints: [], hospitalNumbers: [] };
    expect((await change('two-editors', { ...wish, version })).statusCode).toBe(200);
    expect((await change('two-editors', { ...wish, feedback: [], version })).statusCode).toBe(409);
    const manager = injectAs(app.app, await signedIn(app.app, { role: 'quality-manager' }));
    const url = '/api/v1/sources/two-editors/masking';
    expect((await manager({ url })).statusCode).toBe(200);
    const { version: now } = await masking('two-editors');
    expect((await manager({ method: 'PATCH', url, payload: { ...wish, version: now } })).statusCode).toBe(403);
    expect((await change('nobody', { ...wish, version })).statusCode).toBe(404);
  });

  it('is told on the audit trail when it changes', async () => {
    const { version } = await newSource('on-the-trail');
    const wish = { feedback: ['phone'], complaints: ['email'], hospitalNumbers: ['HN######'] };
    await change('on-the-trail', { ...wish, version });
    const [event] = await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query<{ details: string }>(
        `select details::text as details from audit_event where action = 'source.masking-changed' and subject = 'on-the-trail'`,
      ),
    );
    expect(event?.details).toContain('HN######');
  });

  it.each([['###'], ['(a+)+####'], ['.*####'], [`HN${'#'.repeat(40)}`]])('takes no shape such as %p', async (shape) => {
    const { version } = await masking('usual');
    const refused = await change('usual', { feedback: [], complaints: [], hospitalNumbers: [shape], version });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toMatch(/hospitalNumbers/);
  });
});

it('a text that is tried is told as it would be stored, and is kept nowhere', async () => {
  const payload = { text: `${SAID} KX-20451`, detectors: ['phone', 'hospital'], hospitalNumbers: ['KX#####'] };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/masking/trial', payload });
  expect(answer.json<MaskedTextDto>()).toEqual({
    text: 'Dr Okonjo: [phone], a.b@mail.example, HN [id] [id]',
    masked: { phone: 1, hospital: 2 },
  });
});

describe('what was masked is counted', () => {
  const rowOf = (comment: string, index: number, more: object = {}): Candidate => {
    const value = answer(`r-${index}`, comment, more);
    return { row: index + 1, raw: JSON.stringify(value), value };
  };

  async function* inPieces(rows: readonly Candidate[], breakBefore = Infinity): AsyncGenerator<Candidate[]> {
    for (let from = 0; from < rows.length; from += 50) {
      if (from >= breakBefore) throw new Error('the power is gone');
      yield rows.slice(from, from + 50).map((row) => ({ ...row }));
    }
  }

  it('once for each row that was not refused, also by an import that broke off and went on, and by month', async () => {
    const rows = Array.from({ length: 600 }, (_, index) =>
      rowOf(
        index % 3 === 0 ? `Call 0912 345 678, a${index}@b.example` : 'Quick and clean',
        index,
        index === 6 ? { csat: 9 } : {},
      ),
    );
    const ingest = app.app.get(IngestService);
    const importId = randomUUID();
    const options = { importId, batchRows: 100 };
    const target = { kind: 'survey-responses', source: 'counted' } as const;
    const masked = { phone: 199, email: 199 };
    const dry = await ingest.ingest(HOME_SCOPE, target, inPieces(rows), { dryRun: true });
    expect(dry).toMatchObject({ accepted: 599, masked });
    await expect(ingest.ingest(HOME_SCOPE, target, inPieces(rows, 330), options)).rejects.toThrow('the power is gone');
    const result = await ingest.ingest(HOME_SCOPE, target, inPieces(rows), options);
    expect(result).toMatchObject({ read: 600, accepted: 599, quarantined: 1, masked });
    const [stored] = await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query<{ masked: object }>('select masked from import where organisation_id = $1 and id = $2', [
        ...[HOME_SCOPE.organisationId, importId],
      ]),
    );
    expect(stored?.masked).toEqual(masked);
    const { months } = await masking('counted');
    expect(months.map(({ masked: of }) => of)).toEqual([masked]);
  });
});
