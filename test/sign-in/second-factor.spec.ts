import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { setUpOrganisation } from '../ingest/lakeside.ts';
import { PASSWORD, addPerson, sql, trailOf } from './people.ts';
import { type VisitingBrowser, openVisitingBrowser } from './visiting-browser.ts';

const STEP_MS = 30_000;

let app: TestApp;
let now = Date.parse('2026-11-18T05:00:05Z');
let visits = 0;

beforeAll(async () => {
  app = await openTestApp();
  await setUpOrganisation(app);
});

beforeEach(() => {
  now += 600_000;
  jest.spyOn(app.app.get(Clock), 'now').mockImplementation(() => now);
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(() => app.close());

const newBrowser = () => openVisitingBrowser(app, `198.51.100.${(visits += 1)}`);

/** What the app on somebody's telephone shows. */
const codeOf = (secret: string, timestamp = now): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });

interface Enrolled {
  id: string;
  email: string;
  secret: string;
  recoveryCodes: string[];
  browser: VisitingBrowser;
}

/** Somebody with a second factor, who has just set it up. */
async function enrolled(): Promise<Enrolled> {
  const { id, email } = await addPerson(app);
  const browser = newBrowser();
  await browser.send('POST', 'session', { email, password: PASSWORD });
  const { body: invitation } = await browser.send<{ secret: string; uri: string }>('POST', 'account/second-factor');
  expect(invitation.uri).toContain(`otpauth://totp/Bedside:${encodeURIComponent(email)}?`);
  const { status, body } = await browser.send<{ recoveryCodes: string[] }>('PUT', 'account/second-factor', {
    code: codeOf(invitation.secret),
  });
  expect(status).toBe(200);
  return { id, email, secret: invitation.secret, recoveryCodes: body.recoveryCodes, browser };
}

async function halfIn({ email }: { email: string }): Promise<VisitingBrowser> {
  const browser = newBrowser();
  const { body } = await browser.send('POST', 'session', { email, password: PASSWORD });
  expect(body).toEqual({ next: 'second-factor' });
  return browser;
}

const show = async (browser: VisitingBrowser, code: string): Promise<number> =>
  (await browser.send('POST', 'session/second-factor', { code })).status;

describe('somebody with a second factor', () => {
  it('is in after password and code, and nobody before', async () => {
    const person = await enrolled();
    now += STEP_MS;
    const browser = await halfIn(person);
    const waiting = browser.cookie('bedside_session');
    expect(await browser.send('GET', 'session')).toMatchObject({ status: 401 });
    expect(await browser.send('GET', 'account/sessions')).toMatchObject({ status: 401 });
    expect(await show(browser, codeOf(person.secret).replace(/(...)/, '$1 '))).toBe(200);
    expect(browser.cookie('bedside_session')).not.toBe(waiting);
    expect(await browser.send('GET', 'session')).toMatchObject({ status: 200 });
    expect(await trailOf(app, person.id)).toEqual(['session.opened', 'second-factor.enabled', 'session.opened']);
  });

  it('cannot use a code twice, nor one before it, nor one that is long over', async () => {
    const person = await enrolled();
    expect(await show(await halfIn(person), codeOf(person.secret))).toBe(401);
    now += 2 * STEP_MS;
    const code = codeOf(person.secret);
    expect(await show(await halfIn(person), code)).toBe(200);
    expect(await show(await halfIn(person), code)).toBe(401);
    expect(await show(await halfIn(person), codeOf(person.secret, now - STEP_MS))).toBe(401);
    expect(await show(await halfIn(person), codeOf(person.secret, now - 3 * STEP_MS))).toBe(401);
    expect(await show(await halfIn(person), codeOf(person.secret, now + STEP_MS))).toBe(200);
  });

  it('shows one code at two doors at the same moment, and one opens', async () => {
    const person = await enrolled();
    now += STEP_MS;
    const doors = [await halfIn(person), await halfIn(person)];
    const code = codeOf(person.secret);
    expect((await Promise.all(doors.map((door) => show(door, code)))).sort()).toEqual([200, 401]);
  });

  it('gets in by each recovery code once, however it is typed', async () => {
    const person = await enrolled();
    const [first = '', second = ''] = person.recoveryCodes;
    expect(new Set(person.recoveryCodes).size).toBe(10);
    expect(await show(await halfIn(person), first)).toBe(200);
    expect(await show(await halfIn(person), first)).toBe(401);
    expect(await show(await halfIn(person), second.toUpperCase().replaceAll('-', ' '))).toBe(200);
    expect((await person.browser.send('GET', 'account/locks')).body).toMatchObject({ recoveryCodesLeft: 8 });
    const kept = await sql<{ n: number }>(
      app,
      'select cardinality(recovery_hashes)::int as n from account where id = $1',
      [person.id],
    );
    expect(kept).toEqual([{ n: 8 }]);
  });

  it('has to wait after wrong codes', async () => {
    const person = await enrolled();
    const browser = await halfIn(person);
    const found = [];
    for (let guess = 0; guess < 6; guess += 1) found.push(await show(browser, '000000'));
    expect(found).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('has ten minutes between password and code', async () => {
    const person = await enrolled();
    const browser = await halfIn(person);
    now += 11 * 60_000;
    expect(await browser.send('POST', 'session/second-factor', { code: codeOf(person.secret) })).toMatchObject({
      status: 401,
      body: { reason: 'start-again' },
    });
  });

  it('turns it off with the password, and only with it', async () => {
    const { id, email, browser } = await enrolled();
    expect(await browser.send('POST', 'account/second-factor/off', { password: 'wrong' })).toMatchObject({
      status: 403,
    });
    expect(await browser.send('POST', 'account/second-factor')).toMatchObject({ status: 409 });
    expect(await browser.send('POST', 'account/second-factor/off', { password: PASSWORD })).toMatchObject({
      status: 204,
    });
    expect(await newBrowser().send('POST', 'session', { email, password: PASSWORD })).toMatchObject({
      body: { next: 'in' },
    });
    expect(await trailOf(app, id)).toContain('second-factor.disabled');
  });

  it('renews the recovery codes, and the old ones are worth nothing', async () => {
    const person = await enrolled();
    const { body } = await person.browser.send<{ recoveryCodes: string[] }>(
      'POST',
      'account/second-factor/recovery-codes',
      {
        password: PASSWORD,
      },
    );
    expect(await show(await halfIn(person), person.recoveryCodes[0] ?? '')).toBe(401);
    expect(await show(await halfIn(person), body.recoveryCodes[0] ?? '')).toBe(200);
  });
});

describe('where everybody is asked for one', () => {
  beforeEach(() =>
    sql(app, 'update organisation set second_factor_required = true where organisation_id = $1', [
      HOME_ORGANISATION_ID,
    ]),
  );
  afterEach(() =>
    sql(app, 'update organisation set second_factor_required = false where organisation_id = $1', [
      HOME_ORGANISATION_ID,
    ]),
  );

  it('whoever has none sets it up before they are let in', async () => {
    const { email } = await addPerson(app);
    const browser = newBrowser();
    expect(await browser.send('POST', 'session', { email, password: PASSWORD })).toMatchObject({
      body: { next: 'second-factor-setup' },
    });
    expect(await browser.send('GET', 'session')).toMatchObject({ status: 401 });
    expect(await browser.send('POST', 'session/second-factor', { code: '000000' })).toMatchObject({ status: 401 });
    const { body } = await browser.send<{ secret: string }>('POST', 'session/second-factor/setup');
    expect(await browser.send('PUT', 'session/second-factor/setup', { code: '000000' })).toMatchObject({ status: 401 });
    const done = await browser.send<{ recoveryCodes: string[] }>('PUT', 'session/second-factor/setup', {
      code: codeOf(body.secret),
    });
    expect(done.body.recoveryCodes).toHaveLength(10);
    expect(await browser.send('GET', 'session')).toMatchObject({ status: 200, body: { email } });
    expect(await browser.send('POST', 'account/second-factor/off', { password: PASSWORD })).toMatchObject({
      status: 409,
    });
  });

  it('whoever has one cannot set up another instead of showing it', async () => {
    await sql(app, 'update organisation set second_factor_required = false where organisation_id = $1', [
      HOME_ORGANISATION_ID,
    ]);
    const person = await enrolled();
    const browser = await halfIn(person);
    now += STEP_MS;
    expect(await browser.send('POST', 'session/second-factor/setup')).toMatchObject({ status: 401 });
    const code = codeOf(person.secret);
    expect(await browser.send('PUT', 'session/second-factor/setup', { code })).toMatchObject({ status: 401 });
    expect(await browser.send('GET', 'session')).toMatchObject({ status: 401 });
  });
});
