import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { erase, send, setUpOrganisation } from './lakeside.ts';

const scope = { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' as const };
const ROW = '"department":"ward-4b","respondedAt":"2026-10-01T09:00:00Z","csat":5';

let app: TestApp;
let sendings = 0;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
});

afterAll(() => app.close());

/** Sends lines between two good ones. */
async function sendLine(line: string | Buffer): Promise<IngestResultDto> {
  sendings += 1;
  const [first, last] = ['first', 'last'].map((id) => `{"externalId":"${id}-${sendings}",${ROW}}\n`);
  const answer = await app.inject({
    method: 'POST',
    url: '/api/v1/ingest/survey-responses?source=odd',
    headers: { 'content-type': 'application/x-ndjson' },
    payload: Buffer.concat([Buffer.from(`${first}`), Buffer.from(line), Buffer.from(`\n${last}`)]),
  });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

const quarantined = () =>
  app.database.inScope(scope, ({ query }) =>
    query<{ raw: string; code: string }>('select raw, code from quarantine order by row_number'),
  );

describe('an odd row is set aside, and the rows around it go in', () => {
  it.each([
    ['a NUL in the name of a field', `{"a\\u0000b":1,${ROW}}`, 'unknown-field'],
    ['a NUL in the name of a touchpoint', `{"scores":{"a\\u0000":1},${ROW}}`, 'unknown-touchpoint'],
    ['a NUL in a text', `{"comment":"a\\u0000",${ROW}}`, 'nul-character'],
    ['a name that every object has', `{"__proto__":{"csat":1},${ROW}}`, 'unknown-field'],
    ['a touchpoint that every object has', `{"scores":{"constructor":3},${ROW}}`, 'unknown-touchpoint'],
    ['a touchpoint that is the prototype', `{"scores":{"__proto__":3},${ROW}}`, 'unknown-touchpoint'],
    ['a code that every object has', `{"channel":"toString",${ROW}}`, 'unknown-code'],
    ['a place that every object has', '{"department":"constructor","respondedAt":"2026-01-01"}', 'unknown-department'],
    ['a number beyond all numbers', `{"nps":1e999,${ROW}}`, 'not-an-integer'],
    ['a number written as a text', `{"nps":"5",${ROW}}`, 'not-an-integer'],
    ['an id cut in half a character', `{"externalId":"id-\\ud83d",${ROW}}`, 'half-a-character'],
    ['a year of four nines', '{"respondedAt":"9999-12-31T23:59:59Z","department":"ward-4b","csat":1}', 'in-the-future'],
    [
      'an offset that no clock has',
      '{"respondedAt":"2026-01-01T00:00+99:00","department":"ward-4b"}',
      'not-an-instant',
    ],
    ['letters in another encoding', Buffer.from(`{"externalId":"naïve",${ROW}}`, 'latin1'), 'not-utf-8'],
    ['brackets without end', '['.repeat(300_000), 'not-json'],
  ])('%s', async (_, line, code) => {
    const answer = await sendLine(line);
    expect(answer).toMatchObject({ read: 3, accepted: 2, quarantined: 1, rejects: [{ row: 2, code }] });
  });

  it('a comment cut in half a character is still an answer', async () => {
    expect(await sendLine(`{"externalId":"cut","comment":"good \\ud83d",${ROW}}`)).toMatchObject({ accepted: 3 });
  });
});

it('two patients refused alike are two in quarantine, and the same rows again are the same two', async () => {
  const row = { department: 'no-such-ward', respondedAt: '2026-10-02T09:00:00Z', csat: 3 };
  const entries = async () => (await quarantined()).filter(({ raw }) => raw.includes('no-such-ward')).length;
  expect(await send(app, 'survey-responses', [row, row], 'odd')).toMatchObject({ read: 2, quarantined: 2 });
  expect(await entries()).toBe(2);
  await send(app, 'survey-responses', [row, row], 'odd');
  expect(await entries()).toBe(2);
});

it('a long complaint is kept whole until it can be mended', async () => {
  const narrative = 'They kept us waiting. '.repeat(2_200);
  await send(app, 'complaints', [{ externalId: 'long', department: 'nowhere', receivedAt: '2026-10-02', narrative }]);
  const [entry] = (await quarantined()).filter(({ raw }) => raw.includes('"long"'));
  expect(JSON.parse(entry?.raw ?? '')).toMatchObject({ narrative });
});

it('tells of the first hundred refused rows, in whatever order their batches end', async () => {
  const lines = Array.from({ length: 20_200 }, (_, index) =>
    index < 10_050 ? '{}' : `{"externalId":"n${index}",${ROW}}`,
  );
  const { rejects } = await sendLine(lines.join('\n'));
  expect(rejects.map(({ row }) => row)).toEqual(Array.from({ length: 100 }, (_, index) => index + 2));
});

it('a row with a long and odd id can be erased', async () => {
  for (const externalId of ['ก'.repeat(200), 'a/b?c=d&e#f', '%00', 'a b+c', '..a', '😀'.repeat(100)]) {
    expect(await send(app, 'waits', [{ externalId, department: 'ward-4b', startedAt: '2026-10-01' }])).toMatchObject({
      accepted: 1,
    });
    expect(await erase(app, 'waits', externalId)).toBe(204);
  }
});

it('scores of every touchpoint there can be are counted', async () => {
  await app.database.inScope(scope, ({ query }) =>
    query(`insert into touchpoint (organisation_id, slot, code, position, name)
      select organisation_id, slot, 'point-' || slot, slot, 'Point' from generate_series(1, 200) slot
      cross join (select distinct organisation_id from touchpoint) o on conflict do nothing`),
  );
  const touchpoints = await app.database.inScope(scope, ({ query }) =>
    query<{ code: string }>('select code from touchpoint'),
  );
  expect(touchpoints).toHaveLength(200);
  const row = { externalId: 'all', department: 'ward-4b', respondedAt: '2026-10-03T09:00:00Z' };
  const scores = Object.fromEntries(touchpoints.map(({ code }, index) => [code, (index % 5) + 1]));
  expect(await send(app, 'survey-responses', [{ ...row, scores }], 'odd')).toMatchObject({ accepted: 1 });
  expect(await send(app, 'survey-responses', [{ ...row, csat: 4 }], 'odd')).toMatchObject({ updated: 1 });
  expect(await verifyRollups(app.database, scope)).toEqual([]);
});
