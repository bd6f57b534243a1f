import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setUpOrganisation } from '../ingest/lakeside.ts';
import { type TestApp, openTestApp } from './test-app.ts';

const INGEST = '/api/v1/ingest/survey-responses?source=test-tool';
const STRUCTURE = '/api/v1/organisation/structure';
const NDJSON = 'application/x-ndjson';

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
});

afterAll(() => app.close());

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

async function ask(method: Method, url: string, payload?: string | Buffer, headers: Record<string, string> = {}) {
  const answer = await app.inject({ method, url, ...(payload !== undefined && { payload, headers }) });
  return { status: answer.statusCode, body: answer.body };
}

describe('an address that cannot be', () => {
  it.each([
    ['/api/v1/sources/Jane%zz', 400],
    ['/api/v1/sources/Jane%C3%28', 400],
    [`/api/v1/sources/Jane${'x'.repeat(3_000)}`, 414],
    ['/api/v1/sources/Jane%00', 400],
    ['/api/v1/sources/Jane%00/keys/1', 400],
    ['/api/v1/nothing/Jane', 404],
  ])('%s is refused and not repeated', async (url, status) => {
    const answer = await ask('DELETE', url);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('Jane');
  });

  it('is none where a search holds a character that cannot be stored', async () => {
    const json = { 'content-type': 'application/json' };
    expect((await ask('POST', '/api/v1/complaints/search', '{"q":"\\u0000"}', json)).status).toBe(400);
  });
});

describe('a body that cannot be taken', () => {
  const json = { 'content-type': 'application/json' };
  it.each([
    ['a form', 'name=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'application/json'],
    ['a text', '{"name":"x"}', { 'content-type': 'text/plain' }, 415, 'application/json'],
    ['letters in another encoding', Buffer.from('{"name":"naïve"}', 'latin1'), json, 400, 'UTF-8'],
    ['a NUL character', '{"name":"a\\u0000"}', json, 400, 'NUL'],
    ['lists in lists without end', `{"sites":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, json, 400, 'nested'],
    ['lists for objects', '{"name":"x","timeZone":"UTC","sites":[[]]}', json, 400, 'list of objects'],
    ['a field that every object has', '{"constructor":{"name":"x"}}', json, 400, 'constructor'],
  ])('because it is or holds %s says so', async (_, payload, headers, status, told) => {
    const answer = await ask('PUT', STRUCTURE, payload, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(told);
  });

  it.each([
    ['is not compressed at all', Buffer.from('{}'), 'gzip', 400],
    ['breaks off', gzipSync(randomBytes(1_000)).subarray(0, 900), 'gzip', 400],
    ['is compressed in a way of its own', Buffer.from('{}'), 'x-own', 415],
  ])('because it %s says so', async (_, payload, encoding, status) => {
    const answer = await ask('POST', INGEST, payload, { 'content-type': NDJSON, 'content-encoding': encoding });
    expect(answer.status).toBe(status);
    expect(answer.body).toContain('content-encoding');
  });

  it('a filter that every object has is unknown like any other', async () => {
    const question = { metrics: ['csat'], from: '2026-01-01', to: '2026-02-01', grain: 'week' };
    const payload = JSON.stringify({ ...question, where: { constructor: ['a'] } });
    expect((await ask('POST', '/api/v1/metrics/query', payload, json)).status).toBe(400);
  });
});
