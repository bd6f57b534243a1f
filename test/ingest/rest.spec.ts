import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { erase, send, setUpOrganisation } from './lakeside.ts';

const scope = { organisationId: HOME_ORGANISATION_ID, departmentIds: 'all' as const };
const response = (id: string, more: object = {}) => ({
  externalId: id,
  department: 'ward-4b',
  respondedAt: '2026-10-01T09:00:00+07:00',
  csat: 5,
  ...more,
});

describe('ingest over REST', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp();
    await setUpOrganisation(app);
  });
  afterAll(() => app.close());

  const facts = (table: string) =>
    app.database.inScope(scope, ({ query }) =>
      query<Record<string, unknown>>(`select * from ${table} order by external_id`),
    );

  it('stores new rows, leaves the same ones alone, replaces changed ones', async () => {
    const rows = [response('a'), response('b', { nps: 9 }), response('c', { scores: { 'check-in': 3 } })];
    expect(await send(app, 'survey-responses', rows)).toMatchObject({ status: 200, read: 3, accepted: 3, rejects: [] });
    expect(await send(app, 'survey-responses', rows)).toMatchObject({ read: 3, accepted: 0, updated: 0, unchanged: 3 });
    const changed = [response('a', { csat: 2, department: 'hillcrest-pharmacy' }), rows[1], response('d')];
    expect(await send(app, 'survey-responses', changed)).toMatchObject({
      read: 3,
      accepted: 1,
      updated: 1,
      unchanged: 1,
    });
    expect(await verifyRollups(app.database, scope)).toEqual([]);
  });

  it('keeps the last word when one sending holds a row twice', async () => {
    const answer = await send(app, 'survey-responses', [
      response('twice', { csat: 1 }),
      response('twice', { csat: 4 }),
    ]);
    expect(answer).toMatchObject({ read: 2, accepted: 1, unchanged: 1 });
    const [row] = (await facts('survey_response')).filter((one) => one.external_id === 'twice');
    expect(row?.csat).toBe(4);
  });

  it('sets bad rows aside, each with its row, field, code and remedy, and takes in the good ones', async () => {
    const answer = await send(app, 'survey-responses', [
      response('ok'),
      response('off-scale', { csat: 6 }),
      response('typo', { cast: 4 }),
      response('when', { respondedAt: '2026-02-30' }),
      response('where', { department: 'ward-9z' }),
      response('which', { department: 'Pharmacy' }),
      response('nobody', { csat: null }),
      response('touchpoint', { scores: { parking: 3 } }),
      'not a row',
      response('later', { respondedAt: '2199-01-01T00:00:00Z' }),
    ]);
    expect(answer).toMatchObject({ read: 10, accepted: 1, quarantined: 9 });
    expect(answer.rejects).toMatchObject([
      { row: 2, field: 'csat', code: 'out-of-range', message: 'csat must be from 1 to 5; this is 6.' },
      { row: 3, field: 'cast', code: 'unknown-field' },
      { row: 4, field: 'respondedAt', code: 'not-an-instant' },
      { row: 5, field: 'department', code: 'unknown-department' },
      { row: 6, field: 'department', code: 'ambiguous-department' },
      { row: 7, field: null, code: 'nothing-answered' },
      { row: 8, field: 'scores.parking', code: 'unknown-touchpoint' },
      { row: 9, field: null, code: 'not-an-object' },
      { row: 10, field: 'respondedAt', code: 'in-the-future' },
    ]);
    const kept = await app.database.inScope(scope, ({ query }) =>
      query<{ code: string; raw: string }>('select code, raw from quarantine where row_number = 2'),
    );
    expect(kept).toEqual([{ code: 'out-of-range', raw: expect.stringContaining('"off-scale"') }]);
  });

  it('reads a local time in the zone of the site and fixes the date there', async () => {
    const wait = { externalId: 'w1', department: 'hillcrest-pharmacy', startedAt: '2026-03-28 23:30', waitMinutes: 12 };
    await send(app, 'waits', [wait]);
    const [stored] = await app.database.inScope(scope, ({ query }) =>
      query<{ at: string; day: string }>(
        `select to_char(started_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as at, started_on::text as day from wait where external_id = 'w1'`,
      ),
    );
    expect(stored).toEqual({ at: '2026-03-28 21:30', day: '2026-03-28' });
  });

  it('gives rows without an id a key of their own, so that the same rows again change nothing', async () => {
    const anonymous = { department: 'ward-4b', respondedAt: '2026-09-09T10:00:00Z', csat: 4 };
    expect(await send(app, 'survey-responses', [anonymous, anonymous])).toMatchObject({ accepted: 2 });
    expect(await send(app, 'survey-responses', [anonymous, anonymous])).toMatchObject({ accepted: 0, unchanged: 2 });
  });

  it('masks emails and phone numbers and keeps no identifier of the visit', async () => {
    const comment = 'Call me on +84 912 345 678 or write to an.nguyen@example.com about 2026-11-12.';
    await send(app, 'survey-responses', [response('words', { comment, visit: 'MRN-ward-guest' })]);
    const [row] = (await facts('survey_response')).filter((one) => one.external_id === 'words');
    expect(row?.comment).toBe('Call me on [phone] or write to [email] about 2026-11-12.');
    expect(JSON.stringify(row)).not.toMatch(/mrn|guest/i);
  });

  it('takes NDJSON of any length and sets a bad line aside', async () => {
    const lines = [...Array(12_000).keys()].map((index) => JSON.stringify(response(`line-${index}`)));
    lines.splice(7, 0, '{"externalId": "broken"');
    const answer = await fetch(`${app.url}/api/v1/ingest/survey-responses?source=stream`, {
      method: 'POST',
      headers: { ...app.administrator, 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    });
    expect(await answer.json()).toMatchObject({
      read: 12_001,
      accepted: 12_000,
      quarantined: 1,
      rejects: [{ row: 8, code: 'not-json' }],
    });
    expect(await verifyRollups(app.database, scope)).toEqual([]);
  });

  it('erases a row and takes it out of its cells; a second time there is none', async () => {
    await send(
      app,
      'reviews',
      [{ externalId: 'r/1', site: 'riverside', reviewedAt: '2026-10-10', stars: 4 }],
      'google',
    );
    expect(await erase(app, 'reviews', 'r/1', 'google')).toBe(204);
    expect(await erase(app, 'reviews', 'r/1', 'google')).toBe(404);
    expect(await facts('review')).toEqual([]);
    expect(await verifyRollups(app.database, scope)).toEqual([]);
  });

  it.each([
    ['application/json', '[{"externalId": ', 400, 'not valid JSON'],
    ['application/json', '{"externalId": "1"}', 400, 'not an array'],
    ['text/csv', 'a,b', 415, 'application/json'],
    ['application/json', JSON.stringify(Array(5_001).fill(1)), 413, 'at most 5000'],
    ['application/json', `["${'x'.repeat(17 * 1024 * 1024)}"]`, 413, 'too large'],
  ])('answers a body of %s that cannot be taken with what to send', async (type, payload, status, message) => {
    const url = '/api/v1/ingest/survey-responses?source=test-tool';
    const answer = await app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().message).toContain(message);
  });

  it('asks for a source and names the kinds there are', async () => {
    const noSource = await app.inject({ method: 'POST', url: '/api/v1/ingest/waits', payload: [] });
    expect([noSource.statusCode, noSource.body]).toEqual([400, expect.stringContaining('?source=survey-tool')]);
    const noKind = await app.inject({ method: 'POST', url: '/api/v1/ingest/tickets?source=x', payload: [] });
    expect([noKind.statusCode, noKind.body]).toEqual([404, expect.stringContaining('complaint-events')]);
  });
});
