import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { signedIn } from './signed-in.ts';
import { type TestApp, openTestApp } from './test-app.ts';

const LIMITS = { openRoutes: 3, strangers: 4, session: 6, webhook: 3, key: 5, health: 8 };
const [HERE, THERE] = ['192.0.2.1', '192.0.2.2'];

let app: TestApp;
let minutes = 0;

beforeAll(async () => {
  app = await openTestApp({ limits: LIMITS });
});

afterAll(async () => {
  jest.restoreAllMocks();
  await app.close();
});

// Each test begins after the minute of the one before.
beforeEach(() => {
  minutes += 2;
  const now = Date.now;
  jest.restoreAllMocks();
  const shift = minutes * 60_000;
  jest.spyOn(Date, 'now').mockImplementation(() => now.call(Date) + shift);
});

const ask = (url: string, headers: Record<string, string> = {}, remoteAddress = HERE) =>
  app.app.inject({ method: 'GET', url, headers, remoteAddress });

async function statuses(times: number, asked: () => ReturnType<typeof ask>): Promise<number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) found.push((await asked()).statusCode);
  return found;
}

describe('whoever asks too often', () => {
  it('is told to wait, and how long', async () => {
    await statuses(LIMITS.session, () => ask('/api/v1/session', app.administrator));
    const answer = await ask('/api/v1/session', app.administrator);
    const seconds = Number(answer.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(answer.json()).toEqual({
      statusCode: 429,
      message: `Too many requests: wait ${seconds} seconds, then try again.`,
      error: 'Too Many Requests',
    });
  });

  it('in one session does not use up another, even from the same address', async () => {
    const other = await signedIn(app.app, { role: 'staff' });
    const own = await statuses(LIMITS.session + 2, () => ask('/api/v1/session', app.administrator));
    expect(own).toEqual([...Array<number>(LIMITS.session).fill(200), 429, 429]);
    expect(await statuses(LIMITS.session, () => ask('/api/v1/session', other))).not.toContain(429);
  });

  it('without being known is counted by address, and hinders nobody who is known there', async () => {
    const refused = await statuses(LIMITS.strangers + 1, () => ask('/api/v1/session'));
    expect(refused).toEqual([...Array<number>(LIMITS.strangers).fill(401), 429]);
    expect((await ask('/api/v1/session', {}, THERE)).statusCode).toBe(401);
    expect((await ask('/api/v1/session', app.administrator)).statusCode).toBe(200);
  });

  it('guessing sessions is counted however many are guessed', async () => {
    let guess = 0;
    const guessing = () =>
      ask('/api/v1/session', { cookie: `bedside_session=${'0'.repeat(32)}_${String((guess += 1)).padStart(43, 'a')}` });
    expect((await statuses(LIMITS.strangers + 1, guessing)).at(-1)).toBe(429);
  });

  it('from a network of the sixth version is one, whatever address of it', async () => {
    let host = 0;
    const roaming = () => ask('/api/v1/session', {}, `2001:db8:1:2::${(host += 1)}`);
    expect((await statuses(LIMITS.strangers + 1, roaming)).at(-1)).toBe(429);
    expect((await ask('/api/v1/session', {}, '2001:db8:1:3::1')).statusCode).toBe(401);
  });

  it('where everybody may is counted by address', async () => {
    const signIn = () => app.app.inject({ method: 'POST', url: '/api/v1/session', payload: {}, remoteAddress: HERE });
    const found: number[] = [];
    for (let time = 0; time <= LIMITS.openRoutes; time += 1) found.push((await signIn()).statusCode);
    expect(found).toEqual([...Array<number>(LIMITS.openRoutes).fill(400), 429]);
  });

  it('whether the process lives is told so as well', async () => {
    expect((await statuses(LIMITS.health + 1, () => ask('/health/live'))).at(-1)).toBe(429);
  });
});
