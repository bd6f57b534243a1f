import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, openTestApp } from './test-app.ts';

const PROXY = '10.1.2.3';

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp({ trustProxy: [PROXY] });
});

afterAll(() => app.close());

async function headersOf(url: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') {
  return (await app.inject({ method: 'GET', url, headers, remoteAddress })).headers;
}

const ANSWERS = [
  '/api/v1/session',
  '/api/v1/nothing',
  '/api/docs-json',
  '/health/live',
  '/api',
  '/api/v1/complaints/1',
];

describe.each(ANSWERS)('what comes with %s', (url) => {
  it('is kept by no cache', async () => {
    expect((await headersOf(url))['cache-control']).toContain('no-store');
  });

  it('lets no other site frame, read or share a process with it', async () => {
    expect(await headersOf(url)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'same-origin',
    });
    expect(await headersOf(url)).not.toHaveProperty('access-control-allow-origin');
  });

  it('asks for no camera, microphone or place', async () => {
    const policy = String((await headersOf(url))['permissions-policy']);
    for (const device of ['camera', 'microphone', 'geolocation', 'payment', 'usb']) {
      expect(policy).toContain(`${device}=()`);
    }
  });

  it('does not tell what it was made with', async () => {
    const headers = await headersOf(url);
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(JSON.stringify(headers)).not.toMatch(/fastify|nest|node|postgres/i);
  });
});

describe('a browser is told to speak TLS alone', () => {
  const TLS = { 'x-forwarded-proto': 'https' };

  it('where it does', async () => {
    expect((await headersOf('/health/live', TLS, PROXY))['strict-transport-security']).toBe('max-age=31536000');
  });

  it('but not over plain HTTP, nor because somebody says so who is no proxy of ours', async () => {
    expect(await headersOf('/health/live')).not.toHaveProperty('strict-transport-security');
    expect(await headersOf('/health/live', TLS)).not.toHaveProperty('strict-transport-security');
  });
});
