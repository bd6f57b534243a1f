import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { MadeSourceKeyDto, SourceDto, SourcesDto } from '#contracts/sources.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { signedIn } from '../app/signed-in.ts';
import { injectAs, openTestApp, type TestApp } from '../app/test-app.ts';
import { send, setUpOrganisation } from '../ingest/lakeside.ts';

let app: TestApp;
let made = 0;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
});

afterAll(() => app.close());

async function ask<Body>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) {
  const answer = await app.inject({ method, url: `/api/v1/sources${path}`, ...(payload && { payload }) });
  return { status: answer.statusCode, body: (answer.body === '' ? null : answer.json()) as Body };
}

const ROW = { department: 'ward-4b', respondedAt: '2026-10-01T09:00:00Z', csat: 5 };

/** What a machine is answered that sends a row with a secret. */
async function sendWith(secret: string, source: string, externalId = 'a'): Promise<number> {
  const answer = await app.app.inject({
    method: 'POST',
    url: `/api/v1/ingest/survey-responses?source=${source}`,
    headers: { authorization: `Bearer ${secret}` },
    payload: [{ externalId, ...ROW }],
  });
  return answer.statusCode;
}

async function newSource(): Promise<SourceDto> {
  made += 1;
  return (await ask<SourceDto>('POST', '', { code: `tool-${made}`, name: `Tool ${made}` })).body;
}

async function newKey({ code }: SourceDto, more: object = {}): Promise<MadeSourceKeyDto> {
  return (await ask<MadeSourceKeyDto>('POST', `/${code}/keys`, { name: 'nightly', ...more })).body;
}

const trailOf = (subject: string) =>
  app.database.inScope(HOME_SCOPE, ({ query }) =>
    query<{ action: string; details: string }>(
      `select action, details from audit_event where subject_kind = 'source' and subject = $1 order by seq`,
      [subject],
    ),
  );

describe('sources', () => {
  it('tell what has come from them, how much of it is set aside, and when', async () => {
    await send(app, 'survey-responses', [{ externalId: '1', ...ROW }, { externalId: '2' }], 'crm');
    await send(app, 'waits', [], 'crm');
    const { sources } = (await ask<SourcesDto>('GET', '')).body;
    expect(sources.find(({ code }) => code === 'crm')).toMatchObject({
      kinds: ['survey-responses', 'waits'],
      rows: 1,
      quarantined: 1,
      lastDeliveryAt: expect.stringMatching(/^\d{4}-.*Z$/),
      keys: [],
    });
  });

  it('keep their rows under another name and code', async () => {
    await send(app, 'survey-responses', [{ externalId: 'kept', ...ROW }], 'old-name');
    const { sources } = (await ask<SourcesDto>('GET', '')).body;
    const version = sources.find(({ code }) => code === 'old-name')?.version;
    const changed = await ask<SourceDto>('PATCH', '/old-name', { code: 'new-name', name: ' New ', version });
    expect(changed).toMatchObject({ status: 200, body: { code: 'new-name', name: 'New', rows: 1 } });
    expect(await send(app, 'survey-responses', [{ externalId: 'kept', ...ROW }], 'new-name')).toMatchObject({
      unchanged: 1,
    });
    expect((await trailOf('new-name')).map(({ action, details }) => [action, JSON.parse(details)])).toContainEqual([
      'source.changed',
      { from: { code: 'old-name', name: 'old-name' }, to: { code: 'new-name', name: 'New' } },
    ]);
  });

  it('tell the slower of two who change them', async () => {
    const { code, version } = await newSource();
    expect(await ask('PATCH', `/${code}`, { code, name: 'First', version })).toMatchObject({ status: 200 });
    expect(await ask('PATCH', `/${code}`, { code, name: 'Second', version })).toMatchObject({ status: 409 });
  });

  it.each([
    ['a code with spaces', { code: 'my tool', name: 'x' }, 400],
    ['no name', { code: 'x', name: '  ' }, 400],
    ['a code there is', { code: 'crm', name: 'x' }, 409],
  ])('refuse %s', async (_, payload, status) => {
    expect(await ask('POST', '', payload)).toMatchObject({ status });
  });

  it('go while nothing has come from them, and stay once something has', async () => {
    const { code } = await newSource();
    expect(await ask('DELETE', '/crm')).toMatchObject({ status: 409 });
    expect(await ask('DELETE', `/${code}`)).toMatchObject({ status: 204 });
    expect(await ask('DELETE', `/${code}`)).toMatchObject({ status: 404 });
  });

  it('are read by auditors and changed by administrators alone', async () => {
    const statusFor = async (role: 'auditor' | 'quality-manager' | 'department-head', method: 'GET' | 'POST') => {
      const inject = injectAs(app.app, await signedIn(app.app, { role }));
      const payload = { code: 'not-theirs', name: 'x' };
      return (await inject({ method, url: '/api/v1/sources', ...(method === 'POST' && { payload }) })).statusCode;
    };
    expect([await statusFor('auditor', 'GET'), await statusFor('quality-manager', 'GET')]).toEqual([200, 200]);
    expect([await statusFor('auditor', 'POST'), await statusFor('quality-manager', 'POST')]).toEqual([403, 403]);
    expect(await statusFor('department-head', 'GET')).toBe(403);
  });
});

describe('a key', () => {
  let source: SourceDto;

  beforeEach(async () => {
    source = await newSource();
  });

  it('sends the rows of its source, and its use is seen', async () => {
    const { secret, source: told } = await newKey(source);
    expect(secret).toMatch(/^bsk_[0-9a-f]{32}_[\w-]{43}$/);
    expect(told.keys).toMatchObject([
      { state: 'live', lastUsedAt: null, hint: secret.slice(-4), createdBy: 'Rasa Test' },
    ]);
    expect(await sendWith(secret, source.code)).toBe(200);
    const { sources } = (await ask<SourcesDto>('GET', '')).body;
    const [key] = sources.find(({ code }) => code === source.code)?.keys ?? [];
    expect(key?.lastUsedAt).toMatch(/Z$/);
  });

  it('is told once: neither the list nor the database holds its secret', async () => {
    const { secret } = await newKey(source);
    expect(JSON.stringify((await ask('GET', '')).body)).not.toContain(secret.slice(40));
    const stored = await app.database.inScope(HOME_SCOPE, ({ query }) => query('select k::text from machine_key k'));
    expect(JSON.stringify(stored)).not.toContain(secret.slice(40, -4));
  });

  it('is refused for another source, for other routes, and when it is made up', async () => {
    const other = await newSource();
    const { secret } = await newKey(source);
    expect(await sendWith(secret, other.code)).toBe(403);
    for (const url of ['/api/v1/sources', '/api/v1/organisation', '/api/v1/metrics', '/api/v1/session']) {
      const answer = await app.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${secret}` } });
      expect([url, answer.statusCode]).toEqual([url, 403]);
    }
    const forged = `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`;
    expect(await sendWith(forged, source.code)).toBe(401);
    expect(await sendWith(secret.replace('bsk_', ''), source.code)).toBe(401);
  });

  it('works beside a new one until it is revoked, and then no more', async () => {
    const old = await newKey(source);
    const fresh = await newKey(source, { name: 'nightly, renewed' });
    expect([await sendWith(old.secret, source.code), await sendWith(fresh.secret, source.code)]).toEqual([200, 200]);
    const id = old.source.keys[0]?.id ?? '';
    const revoked = await ask<SourceDto>('DELETE', `/${source.code}/keys/${id}`);
    expect(revoked.body.keys.map(({ name, state }) => [name, state])).toEqual([
      ['nightly, renewed', 'live'],
      ['nightly', 'revoked'],
    ]);
    expect([await sendWith(old.secret, source.code), await sendWith(fresh.secret, source.code)]).toEqual([401, 200]);
    expect((await trailOf(source.code)).map(({ action }) => action)).toEqual([
      ...['source.created', 'key.created', 'key.created', 'rows.sent', 'rows.sent', 'key.revoked', 'rows.sent'],
    ]);
  });

  it('is worthless after its last day', async () => {
    const { secret, source: told } = await newKey(source, { expiresAt: '2100-01-01T00:00:00Z' });
    expect(await sendWith(secret, source.code)).toBe(200);
    await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query(`update machine_key set expires_at = '2026-01-01' where id = $1`, [told.keys[0]?.id]),
    );
    expect(await sendWith(secret, source.code)).toBe(401);
  });

  it('cannot end before it begins', async () => {
    expect(await ask('POST', `/${source.code}/keys`, { name: 'x', expiresAt: '2020-01-01T00:00:00Z' })).toMatchObject({
      status: 400,
    });
  });

  it('is worthless once its source is gone', async () => {
    const { secret } = await newKey(source);
    await ask('DELETE', `/${source.code}`);
    expect(await sendWith(secret, source.code)).toBe(401);
  });

  it('is not given to what people enter in Bedside itself', async () => {
    await ask('POST', '', { code: 'bedside', name: 'Bedside' });
    expect(await ask('POST', '/bedside/keys', { name: 'x' })).toMatchObject({ status: 409 });
  });
});
