import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { PASSWORD, addPerson, trailOf } from './people.ts';
import { type VisitingBrowser, openVisitingBrowser } from './visiting-browser.ts';

const NEW = 'seven quiet otters';

let app: TestApp;
let visits = 0;

beforeAll(async () => {
  app = await openTestApp();
});

afterAll(() => app.close());

async function signedInAs({ email }: { email: string }, password = PASSWORD): Promise<VisitingBrowser> {
  const browser = openVisitingBrowser(app, `198.51.100.${(visits += 1)}`);
  expect((await browser.send('POST', 'session', { email, password })).status).toBe(200);
  return browser;
}

const isIn = async (browser: VisitingBrowser): Promise<boolean> =>
  (await browser.send('GET', 'session')).status === 200;

/** A department head sees no accounts but their own. */
const head = () => addPerson(app, { role: 'department-head' });

describe('where somebody is signed in', () => {
  interface Session {
    id: string;
    current: boolean;
    address: string;
    agent: string;
  }

  it('is told, this place first marked, and of nobody else', async () => {
    const person = await head();
    const [here] = [await signedInAs(person), await signedInAs(person), await signedInAs(await head())];
    const { body } = await here.send<Session[]>('GET', 'account/sessions');
    expect(body.map(({ current }) => current).sort()).toEqual([false, true]);
    expect(body[0]).toMatchObject({ agent: 'Test Browser', address: expect.stringMatching(/^198\.51\.100\./) });
    expect(JSON.stringify(body)).not.toMatch(/secret|hash/i);
  });

  it('ends one by one, or all others at once', async () => {
    const person = await head();
    const [here, there, elsewhere] = [await signedInAs(person), await signedInAs(person), await signedInAs(person)];
    const { body } = await there.send<Session[]>('GET', 'account/sessions');
    const id = body.find(({ current }) => current)?.id;
    expect(await here.send('DELETE', `account/sessions/${id}`)).toMatchObject({ status: 204 });
    expect(await Promise.all([here, there, elsewhere].map(isIn))).toEqual([true, false, true]);
    expect(await here.send('DELETE', `account/sessions/${id}`)).toMatchObject({ status: 404 });
    expect(await here.send('DELETE', 'account/sessions')).toMatchObject({ status: 204 });
    expect(await Promise.all([here, elsewhere].map(isIn))).toEqual([true, false]);
  });

  it('cannot be ended by anybody else', async () => {
    const mine = await signedInAs(await head());
    const { body } = await mine.send<Session[]>('GET', 'account/sessions');
    const stranger = await signedInAs(await head());
    expect(await stranger.send('DELETE', `account/sessions/${body[0]?.id}`)).toMatchObject({ status: 404 });
    expect(await isIn(mine)).toBe(true);
  });
});

describe('a new password', () => {
  it('takes the old one, and signs out everybody else', async () => {
    const person = await head();
    const [here, there] = [await signedInAs(person), await signedInAs(person)];
    const change = { password: PASSWORD, newPassword: NEW };
    expect(await here.send('PUT', 'account/password', { ...change, password: 'wrong' })).toMatchObject({
      status: 403,
      body: { reason: 'password-wrong' },
    });
    expect(await here.send('PUT', 'account/password', { ...change, newPassword: 'qwertyuiop123' })).toMatchObject({
      status: 400,
    });
    expect(await here.send('PUT', 'account/password', change)).toMatchObject({ status: 204 });
    expect(await Promise.all([here, there].map(isIn))).toEqual([true, false]);
    await signedInAs(person, NEW);
    expect(await trailOf(app, person.id)).toEqual([
      ...['session.opened', 'session.opened', 'password.set', 'session.ended', 'session.opened'],
    ]);
  });

  it('cannot be had by guessing the old one at a desk somebody has left', async () => {
    const browser = await signedInAs(await head());
    jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(Date.now());
    const statuses = [];
    for (let guess = 0; guess < 11; guess += 1) {
      const wish = { password: `wrong ${guess}`, newPassword: NEW };
      statuses.push((await browser.send('PUT', 'account/password', wish)).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(403), 429]);
    jest.restoreAllMocks();
  });
});

it('people change their name and language, and nothing else', async () => {
  const browser = await signedInAs(await head());
  expect(await browser.send('PATCH', 'account', { language: 'ur' })).toMatchObject({ status: 204 });
  expect(await browser.send('PATCH', 'account', { name: 'Ayesha' })).toMatchObject({ status: 204 });
  expect(await browser.send('GET', 'session')).toMatchObject({ body: { name: 'Ayesha', language: 'ur' } });
  for (const odd of [{ role: 'administrator' }, { language: 'xx' }, { name: '' }, { name: null }]) {
    expect(await browser.send('PATCH', 'account', odd)).toMatchObject({ status: 400 });
  }
});

it('the door tells what it offers, and no more', async () => {
  const browser = openVisitingBrowser(app);
  expect(await browser.send('GET', 'sign-in')).toEqual({
    status: 200,
    body: { demo: false, mail: false, identityProvider: null },
    retryAfter: null,
  });
});
