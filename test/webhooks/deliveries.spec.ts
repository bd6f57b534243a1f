import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { pino } from 'pino';
import type { MadeWebhookDto, WebhooksDto } from '#contracts/webhooks.dto.ts';
import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { IngestService } from '../../apps/api/src/ingest/ingest.service.ts';
import { openTestApp, type TestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';
import { deliver, standardHeaders, zendeskHeaders } from './signed-sender.ts';

const SOURCE = 'survey-tool';
const WEBHOOKS = `/api/v1/sources/${SOURCE}/webhooks`;
const OVER = { name: 'Over', scheme: 'standard-webhooks', format: 'rows', kind: 'survey-responses' };

let app: TestApp;
const logged: string[] = [];

beforeAll(async () => {
  app = await openTestApp({ logger: pino({ level: 'trace' }, { write: (line) => void logged.push(line) }) });
  await setUpOrganisation(app);
  await app.inject({ method: 'POST', url: '/api/v1/sources', payload: { code: SOURCE, name: 'Survey tool' } });
});
afterAll(async () => {
  await app.close();
  // Neither what was delivered, nor what it was signed with, nor where to.
  expect(logged.length).toBeGreaterThan(20);
  expect(logged.join('')).not.toMatch(/Whippoorwill|whsec_|v1,|[0-9a-f]{64}/);
});
afterEach(async () => {
  jest.restoreAllMocks();
  expect(await verifyRollups(app.database, HOME_SCOPE)).toEqual([]);
});

async function made(more: object = {}): Promise<{ secret: string; path: string; hookId: string }> {
  const answer = await app.inject({ method: 'POST', url: WEBHOOKS, payload: { ...OVER, ...more } });
  if (answer.statusCode !== 201) throw new Error(answer.body);
  const { secret, webhook } = answer.json<MadeWebhookDto>();
  return { secret, path: webhook.path, hookId: webhook.id };
}

async function removed(id: string): Promise<void> {
  await app.inject({ method: 'DELETE', url: `${WEBHOOKS}/${id}` });
}

let nth = 0;
const row = (id = `row-${(nth += 1)}`): Record<string, unknown> => ({
  externalId: id,
  department: 'ward-4b',
  respondedAt: '2026-10-01T09:00:00Z',
  csat: 5,
  comment: 'Whippoorwill sang at night',
});

async function factsOf(ids: readonly unknown[]): Promise<number> {
  const [found] = await app.database.inScope(HOME_SCOPE, ({ query }) =>
    query<{ n: number }>('select count(*)::int as n from survey_response where external_id = any ($1)', [ids]),
  );
  return found?.n ?? 0;
}

describe('a delivery', () => {
  let hook: Awaited<ReturnType<typeof made>>;
  beforeAll(async () => {
    hook = await made();
  });
  afterAll(() => removed(hook.hookId));

  const send = (body: string, headers = standardHeaders(body, hook)) => deliver(app, hook.path, body, headers);

  it('is taken in once, and answered alike each time it is sent again', async () => {
    const sent = [row(), row(), { ...row(), csat: 9 }];
    const body = JSON.stringify(sent);
    const headers = standardHeaders(body, hook);
    const counts = { read: 3, accepted: 2, updated: 0, unchanged: 0, quarantined: 1 };
    expect((await send(body, headers)).json()).toEqual({ state: 'taken', ...counts });
    const again = await send(body, headers);
    expect([again.statusCode, again.json()]).toEqual([200, { state: 'taken-before', ...counts }]);
    const later = standardHeaders(body, { ...hook, id: headers['webhook-id'], atMs: Date.now() + 60_000 });
    expect((await send(body, later)).json()).toEqual({ state: 'taken-before', ...counts });
    expect(await factsOf(sent.map(({ externalId }) => externalId))).toBe(2);
  });

  it.each([
    ['one row', (one: object) => one],
    ['an array', (one: object) => [one]],
    [
      'an envelope around one',
      (one: object) => ({ type: 'answer.created', timestamp: '2026-11-22T08:00:00Z', data: one }),
    ],
    ['an envelope around several', (one: object) => ({ type: 'answers', data: [one] })],
  ])('may be %s', async (_, wrapped) => {
    expect((await send(JSON.stringify(wrapped(row())))).json()).toMatchObject({ state: 'taken', accepted: 1 });
  });

  it('is read byte for byte as it was signed, whatever its spaces', async () => {
    expect(
      (await send(`  {"externalId" :"spaced","department":"ward-4b", "respondedAt":"2026-10-01T09:00:00Z","csat":4}\n`))
        .statusCode,
    ).toBe(200);
  });

  it('of an id that came with another body is refused, and changes nothing', async () => {
    const [one, other] = [JSON.stringify([row()]), JSON.stringify([row('another')])];
    await send(one, standardHeaders(one, { ...hook, id: 'msg_same' }));
    const answer = await send(other, standardHeaders(other, { ...hook, id: 'msg_same' }));
    expect([answer.statusCode, answer.json().message]).toEqual([409, expect.stringContaining('an id of its own')]);
    expect(await factsOf(['another'])).toBe(0);
  });

  it('sent several times at once is taken in once', async () => {
    const sent = [row(), { ...row(), externalId: undefined }, { ...row(), externalId: undefined }];
    const body = JSON.stringify(sent);
    const headers = standardHeaders(body, hook);
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(body, headers)));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(200));
    expect(answers.filter((answer) => answer.json().state === 'taken')).toHaveLength(1);
    expect(answers.map((answer) => answer.json().accepted)).toEqual(Array(8).fill(3));
  });

  it('whose answer was lost goes on where it broke off', async () => {
    const sent = Array.from({ length: 30 }, () => row());
    const body = JSON.stringify(sent);
    const headers = standardHeaders(body, hook);
    const ingest = app.app.get(IngestService);
    const whole = ingest.ingest.bind(ingest);
    jest.spyOn(ingest, 'ingest').mockImplementationOnce(async (...all) => {
      await whole(...all);
      throw new Error('the power is gone');
    });
    expect((await send(body, headers)).statusCode).toBe(500);
    expect((await send(body, headers)).json()).toMatchObject({ state: 'taken', read: 30, accepted: 30, unchanged: 0 });
    expect(await factsOf(sent.map(({ externalId }) => externalId))).toBe(30);
  });

  it.each([
    ['no signature', () => ({})],
    ['a wrong one', (body: string) => standardHeaders(body, { secret: 'whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' })],
    ['one of six minutes ago', (body: string) => standardHeaders(body, { ...hook, atMs: Date.now() - 360_000 })],
    ['one from in six minutes', (body: string) => standardHeaders(body, { ...hook, atMs: Date.now() + 360_000 })],
    ['one of another body', () => standardHeaders('{}', hook)],
    ['that of another scheme', (body: string) => zendeskHeaders(body, hook)],
  ])('with %s is told nothing, and stores nothing', async (_, headers) => {
    const sent = row();
    const body = JSON.stringify([sent]);
    const answer = await deliver(app, hook.path, body, headers(body));
    const nowhere = await deliver(app, `/api/v1/webhooks/${'0'.repeat(64)}`, body, standardHeaders(body, hook));
    expect([answer.statusCode, answer.body]).toEqual([401, nowhere.body]);
    expect(await factsOf([sent.externalId])).toBe(0);
  });

  it.each([
    ['{"externalId": ', 400, 'not JSON'],
    [JSON.stringify(Array(5_001).fill({})), 400, '5000 rows'],
    [`"${'x'.repeat(1024 * 1024)}"`, 413, '1 MB'],
  ])('that cannot be read is told why', async (body, status, message) => {
    const answer = await send(body);
    expect([answer.statusCode, answer.json().message]).toEqual([status, expect.stringContaining(message)]);
  });

  it('that cannot be read may be mended and delivered under its id', async () => {
    const [broken, mended] = ['{"externalId": ', JSON.stringify([row()])];
    expect((await send(broken, standardHeaders(broken, { ...hook, id: 'msg_mended' }))).statusCode).toBe(400);
    expect((await send(mended, standardHeaders(mended, { ...hook, id: 'msg_mended' }))).statusCode).toBe(200);
  });

  it('is on the trail with its counts under the name of the webhook; those turned away too, and never their words', async () => {
    const body = JSON.stringify([row()]);
    await send(body);
    const events = await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query<{ action: string; actor: string; details: string }>(
        `select action, actor_name as actor, details from audit_event where subject = $1 and actor_kind = 'key' order by seq`,
        [SOURCE],
      ),
    );
    expect(events.at(-1)).toMatchObject({
      action: 'rows.sent',
      actor: 'Over',
      details: expect.stringContaining('"accepted":1'),
    });
    expect(events.filter(({ action }) => action === 'webhook.turned-away').length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toMatch(/Whippoorwill|whsec_/);
    const list = (await app.inject({ method: 'GET', url: WEBHOOKS })).json<WebhooksDto>().webhooks;
    const shown = list.find(({ id }) => id === hook.hookId);
    expect(shown?.deliveries[0]).toMatchObject({ taken: true, accepted: 1 });
    expect(shown?.failures.map(({ fault }) => fault)).toEqual(expect.arrayContaining(['too-large', 'not-json']));
    expect(shown?.failures).toHaveLength(5);
    expect(JSON.stringify(list)).not.toContain(hook.secret);
    const [ways] = await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query<{ ways: string[] }>('select array_agg(distinct way) as ways from import'),
    );
    expect(ways?.ways).toContain('webhook');
  });
});

describe('the secret of a webhook', () => {
  it('is followed by another, and both hold until the overlap is over', async () => {
    const { secret: former, path, hookId: id } = await made();
    const renewed = await app.inject({ method: 'POST', url: `${WEBHOOKS}/${id}/secret`, payload: { overlapHours: 2 } });
    const { secret } = renewed.json<MadeWebhookDto>();
    expect(secret).not.toBe(former);
    const status = async (with_: string, atMs = Date.now()) => {
      const body = JSON.stringify([row()]);
      return (await deliver(app, path, body, standardHeaders(body, { secret: with_, atMs }))).statusCode;
    };
    expect([await status(former), await status(secret)]).toEqual([200, 200]);
    const later = Date.now() + 2 * 3_600_000 + 1_000;
    jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(later);
    expect([await status(former, later), await status(secret, later)]).toEqual([401, 200]);
    await removed(id);
  });

  it('without an overlap is worthless at once', async () => {
    const { secret, path, hookId: id } = await made();
    await app.inject({ method: 'POST', url: `${WEBHOOKS}/${id}/secret`, payload: { overlapHours: 0 } });
    const body = JSON.stringify([row()]);
    expect((await deliver(app, path, body, standardHeaders(body, { secret }))).statusCode).toBe(401);
    await removed(id);
  });

  it('lies sealed in the database, and may be one that the sender made', async () => {
    const given = `whsec_${Buffer.from('a secret that the sender made up').toString('base64')}`;
    const { secret, hookId: id } = await made({ secret: given });
    expect(secret).toBe(given);
    const [stored] = await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query<{ text: string }>(`select encode(secret, 'escape') || hint as text from webhook where id = $1`, [id]),
    );
    expect(stored?.text).not.toContain('sender made');
    const answer = await app.inject({ method: 'POST', url: WEBHOOKS, payload: { ...OVER, secret: 'too short' } });
    expect([answer.statusCode, answer.body]).toEqual([400, expect.stringContaining('whsec_')]);
    await removed(id);
  });
});

describe('a webhook', () => {
  it('goes with its source', async () => {
    await app.inject({ method: 'POST', url: '/api/v1/sources', payload: { code: 'brief', name: 'Brief' } });
    const url = '/api/v1/sources/brief/webhooks';
    const made = await app.inject({ method: 'POST', url, payload: OVER });
    const { webhook, secret } = made.json<MadeWebhookDto>();
    expect((await app.inject({ method: 'DELETE', url: '/api/v1/sources/brief' })).statusCode).toBe(204);
    const body = JSON.stringify([row()]);
    expect((await deliver(app, webhook.path, body, standardHeaders(body, { secret }))).statusCode).toBe(401);
    const left = await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query('select 1 from webhook where id = $1', [webhook.id]),
    );
    expect(left).toEqual([]);
  });

  it('that is paused asks for the delivery again later; taken away, it is nothing', async () => {
    const { secret, path, hookId: id } = await made();
    const body = JSON.stringify([row()]);
    const status = async () => (await deliver(app, path, body, standardHeaders(body, { secret }))).statusCode;
    await app.inject({ method: 'PATCH', url: `${WEBHOOKS}/${id}`, payload: { paused: true } });
    expect(await status()).toBe(503);
    await app.inject({ method: 'PATCH', url: `${WEBHOOKS}/${id}`, payload: { paused: false } });
    expect(await status()).toBe(200);
    await removed(id);
    expect(await status()).toBe(401);
  });

  it('for a format that tells what its rows are takes no kind, and for any other asks for it', async () => {
    const post = async (payload: object) =>
      (await app.inject({ method: 'POST', url: WEBHOOKS, payload: { ...OVER, ...payload } })).body;
    expect(await post({ kind: undefined })).toContain('kind must say');
    expect(await post({ format: 'zendesk' })).toContain('kind must be left out');
  });

  it('of Zendesk takes events of tickets, signed as Zendesk does', async () => {
    const { secret, path, hookId: id } = await made({ scheme: 'zendesk', format: 'zendesk', kind: undefined });
    const event = (type: string, more: object) =>
      JSON.stringify({
        type: `zen:event-type:ticket.${type}`,
        time: '2026-10-02T10:00:00Z',
        detail: {
          ...{
            id: '4711',
            created_at: '2026-10-01T09:00:00Z',
            updated_at: '2026-10-02T10:00:00Z',
            via: { channel: 'web' },
          },
          ...{
            subject: 'Waited',
            description: 'Waited long',
            priority: 'HIGH',
            status: 'SOLVED',
            requester_id: '1',
            ...more,
          },
        },
        event: { previous: 'OPEN', current: 'SOLVED' },
      });
    await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query(
        `insert into source_mapping (organisation_id, source_id, kind, version, format, options, mapping, saved_at, saved_by)
         select organisation_id, id, 'complaints', 1, 'zendesk', '{}', '{"constants": {"department": "ward-4b"}}', now(), 'Rasa'
         from source where code = $1`,
        [SOURCE],
      ),
    );
    const body = event('status_changed', {});
    const answer = await deliver(app, path, body, zendeskHeaders(body, { secret }));
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { state: 'taken', read: 3, accepted: 3, updated: 0, unchanged: 0, quarantined: 0 },
    ]);
    const complaint = async () => {
      const [found] = await app.database.inScope(HOME_SCOPE, ({ query }) =>
        query<{ stage: number; severity: number }>(`select stage, severity from complaint where external_id = '4711'`),
      );
      return found;
    };
    expect(await complaint()).toEqual({ stage: 4, severity: 3 });
    const gone = event('soft_deleted', {});
    await deliver(app, path, gone, zendeskHeaders(gone, { secret }));
    expect(await complaint()).toBeUndefined();
    await removed(id);
  });
});
