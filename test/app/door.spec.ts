import { once } from 'node:events';
import { type OutgoingHttpHeaders, type Server, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Fastify from 'fastify';
import { giveBodyTime } from '../../apps/api/src/serving/body-time.ts';
import { type TestApp, openTestApp } from './test-app.ts';

const INGEST = '/api/v1/ingest/survey-responses?source=test-tool';
const SIXTEEN_MB = 16 * 1024 * 1024;
const JSON_TYPE = { 'content-type': 'application/json' };

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
});

afterAll(() => app.close());

/** Sends the headers and the first bytes of a body that never ends, and waits for an answer all the same. */
async function begin(url: string, path: string, headers: OutgoingHttpHeaders) {
  const sending = request(`${url}${path}`, { method: 'POST', headers });
  sending.on('error', () => undefined);
  sending.write('[');
  const [answer] = await once(sending, 'response');
  const body = await text(answer);
  sending.destroy();
  return { status: answer.statusCode, body: JSON.parse(body) };
}

describe('before a body is read', () => {
  it.each([
    ['with nothing', {}],
    ['with a session that never was', { cookie: `bedside_session=${'0'.repeat(32)}_${'a'.repeat(43)}` }],
    ['with a key that never was', { authorization: `Bearer bsk_${'0'.repeat(32)}_${'a'.repeat(43)}` }],
    ['with a key that looks like none', { authorization: 'Bearer let-me-in' }],
  ])('somebody who comes %s is told to sign in', async (_, brought) => {
    const long = { 'content-length': SIXTEEN_MB };
    const endless = { 'transfer-encoding': 'chunked' };
    for (const length of [long, endless]) {
      const answer = await begin(app.url, INGEST, { ...brought, ...JSON_TYPE, ...length });
      expect(answer).toMatchObject({ status: 401, body: { statusCode: 401, error: 'Unauthorized' } });
    }
  });

  it('somebody unknown is not told what is wrong with it', async () => {
    const { statusCode } = await app.app.inject({ method: 'POST', url: INGEST, headers: JSON_TYPE, payload: '{"' });
    expect(statusCode).toBe(401);
  });

  it('nobody sends long ones to where everybody may send', async () => {
    const type = { ...JSON_TYPE, 'sec-fetch-site': 'same-origin' };
    const long = await begin(app.url, '/api/v1/session', { ...type, 'content-length': 70_000 });
    expect(long.status).toBe(413);
    const endless = await begin(app.url, '/api/v1/session', { ...type, 'transfer-encoding': 'chunked' });
    expect(endless.status).toBe(413);
  });
});

describe('time', () => {
  it('is given for headers and for silence, not without end', () => {
    const server: Server = app.app.getHttpServer();
    expect(server.headersTimeout).toBe(15_000);
    expect(server.timeout).toBe(300_000);
  });

  it('is given for a body that has a length', async () => {
    const small = Fastify();
    small.addHook('onRequest', async (asked) => giveBodyTime(asked, 50));
    small.post('/', async () => ({ taken: true }));
    const url = await small.listen({ port: 0, host: '127.0.0.1' });
    const slow = await begin(url, '/', { ...JSON_TYPE, 'content-length': 100 });
    expect(slow).toMatchObject({ status: 408, body: { statusCode: 408 } });
    const whole = await small.inject({ method: 'POST', url: '/', payload: { a: 1 } });
    expect(whole.json()).toEqual({ taken: true });
    await small.close();
  });

  it('is given for each statement', async () => {
    const statements = await app.database.inScope(
      { organisationId: '0bed51de-0000-4000-8000-000000000001', departmentIds: [] },
      ({ query }) => query('show statement_timeout'),
    );
    expect(statements).toEqual([{ statement_timeout: '1min' }]);
  });
});
