import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HOME_ORGANISATION_ID, HOME_SCOPE, wholeOf } from '../../apps/api/src/access/access.ts';
import { newToken } from '../../apps/api/src/access/secret.ts';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { type LinkPurpose, OneTimeLinks } from '../../apps/api/src/sign-in/one-time-links.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { type MailSink, openMailSink, tokenIn } from './mail-sink.ts';
import { PASSWORD, addPerson, trailOf } from './people.ts';
import { openVisitingBrowser } from './visiting-browser.ts';

const NEW = 'seven quiet otters';

let app: TestApp;
let sink: MailSink;
let visits = 0;

beforeAll(async () => {
  sink = await openMailSink();
  app = await openTestApp({
    mail: { smtpUrl: sink.smtpUrl, from: 'Bedside <bedside@hospital.example>' },
    publicUrl: 'https://bedside.hospital.example/',
  });
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(async () => {
  await app.close();
  await sink.close();
});

/** Everybody comes from somewhere else, so that nobody waits for what others did. */
const newBrowser = () => openVisitingBrowser(app, `198.51.100.${(visits += 1)}`);

const linkFor = (purpose: LinkPurpose, accountId: string | null, organisationId = HOME_ORGANISATION_ID) =>
  app.database.inScope(wholeOf(organisationId), (transaction) =>
    app.app.get(OneTimeLinks).create(transaction, { purpose, accountId, validForHours: 24 }),
  );

describe('a forgotten password', () => {
  it('is renewed by a letter in the person’s language, which signs out everybody who used the old one', async () => {
    const { id, email } = await addPerson(app, { language: 'lt' });
    const elsewhere = newBrowser();
    await elsewhere.send('POST', 'session', { email, password: PASSWORD });
    const browser = newBrowser();
    expect(await browser.send('POST', 'links/password-reset/request', { email: email.toUpperCase() })).toMatchObject({
      status: 202,
    });
    const letter = await sink.letterTo(email);
    expect(letter).toContain('Pasirinkite jį čia per valandą');
    expect(letter).toContain('https://bedside.hospital.example/reset#');
    const token = tokenIn(letter);
    expect(await browser.send('POST', 'links/look', { purpose: 'password-reset', token })).toMatchObject({
      body: { email },
    });
    expect(await browser.send('POST', 'links/password-reset', { token, password: NEW })).toMatchObject({
      body: { next: 'in' },
    });
    expect(await browser.send('GET', 'session')).toMatchObject({ status: 200, body: { email } });
    expect(await elsewhere.send('GET', 'session')).toMatchObject({ status: 401 });
    expect(await newBrowser().send('POST', 'session', { email, password: PASSWORD })).toMatchObject({ status: 401 });
    expect(await newBrowser().send('POST', 'links/password-reset', { token, password: NEW })).toMatchObject({
      status: 404,
    });
    expect(await trailOf(app, id)).toEqual([
      ...['session.opened', 'password.forgotten', 'session.ended', 'password.set', 'session.opened', 'session.refused'],
    ]);
  });

  it('is answered alike for whoever has an account and whoever has none, and sends nothing to those', async () => {
    const { email } = await addPerson(app);
    const without = await addPerson(app, { password: null });
    const before = sink.letters.length;
    const asked = ['nobody@hospital.example', without.email, email];
    const answers = [];
    for (const one of asked)
      answers.push(await newBrowser().send('POST', 'links/password-reset/request', { email: one }));
    for (const answer of answers) expect(answer).toEqual({ status: 202, body: null, retryAfter: null });
    await sink.letterTo(email);
    expect(sink.letters.length - before).toBe(1);
  });

  it('is not a way to fill somebody’s letter box', async () => {
    const browser = newBrowser();
    const statuses = [];
    for (let ask = 0; ask < 5; ask += 1) {
      statuses.push(
        (await browser.send('POST', 'links/password-reset/request', { email: 'full@hospital.example' })).status,
      );
    }
    expect(statuses).toEqual([202, 202, 202, 429, 429]);
  });

  it('asked for again voids the link before', async () => {
    const { id } = await addPerson(app);
    const [old, current] = [await linkFor('password-reset', id), await linkFor('password-reset', id)];
    const browser = newBrowser();
    const look = (token: string) => browser.send('POST', 'links/look', { purpose: 'password-reset', token });
    expect([(await look(old)).status, (await look(current)).status]).toEqual([404, 200]);
  });
});

describe('a link', () => {
  it('opens once, also for two who come at the same moment', async () => {
    const { id } = await addPerson(app);
    const token = await linkFor('password-reset', id);
    const both = [newBrowser(), newBrowser()].map((browser) =>
      browser.send('POST', 'links/password-reset', { token, password: NEW }),
    );
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('is worth nothing once its time is over, for anything else, from elsewhere, or made up', async () => {
    const { id } = await addPerson(app);
    const token = await linkFor('password-reset', id);
    const foreign = await linkFor('password-reset', id, randomUUID());
    const browser = newBrowser();
    const use = async (path: string, text: string, more: object = {}) =>
      (await browser.send('POST', `links/${path}`, { token: text, password: NEW, ...more })).status;
    expect(await use('invitation', token, { name: 'Rasa' })).toBe(404);
    expect(await use('first-administrator', token, { name: 'Rasa', email: 'r@hospital.example' })).toBe(404);
    expect(await use('password-reset', foreign)).toBe(404);
    expect(await use('password-reset', newToken(HOME_ORGANISATION_ID).text)).toBe(404);
    expect(await use('password-reset', `${token}x`)).toBe(404);
    jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(Date.now() + 25 * 3_600_000);
    expect(await use('password-reset', token)).toBe(404);
    jest.restoreAllMocks();
    expect(await use('password-reset', token)).toBe(200);
  });

  it.each([
    ['short', 'password-too-short'],
    ['passwordpassword', 'password-too-common'],
    ['Rasa  Kalniņa', 'password-about-you'],
  ])('is not used up by a password that will not do: %s', async (password, reason) => {
    const { id } = await addPerson(app);
    const token = await linkFor('password-reset', id);
    const refused = await newBrowser().send('POST', 'links/password-reset', { token, password });
    expect(refused).toMatchObject({ status: 400, body: { reason } });
    expect(await newBrowser().send('POST', 'links/look', { purpose: 'password-reset', token })).toMatchObject({
      status: 200,
    });
  });
});

it('somebody invited chooses a name and a password, and is in', async () => {
  const { id, email } = await addPerson(app, { password: null, role: 'staff' });
  const token = await linkFor('invitation', id);
  const browser = newBrowser();
  const wish = { token, name: 'Jonas', password: NEW, language: 'lt' };
  expect(await browser.send('POST', 'links/invitation', wish)).toMatchObject({ body: { next: 'in' } });
  expect(await browser.send('GET', 'session')).toMatchObject({ body: { email, name: 'Jonas', language: 'lt' } });
  expect(await trailOf(app, id)).toEqual(['invitation.accepted', 'password.set', 'session.opened']);
});

it('a disabled account’s invitation is worth nothing', async () => {
  const { id } = await addPerson(app, { password: null });
  const token = await linkFor('invitation', id);
  await app.database.inScope(HOME_SCOPE, ({ query }) =>
    query('update account set disabled_at = now() where id = $1', [id]),
  );
  expect(await newBrowser().send('POST', 'links/invitation', { token, name: 'Jonas', password: NEW })).toMatchObject({
    status: 404,
  });
});

describe('the first administrator’s link', () => {
  it('makes an administrator, once', async () => {
    const token = await linkFor('first-administrator', null);
    const browser = newBrowser();
    const wish = { token, name: 'Mai', email: ' Mai@Hospital.example', password: NEW };
    expect(await browser.send('POST', 'links/first-administrator', { ...wish, email: 'mai' })).toMatchObject({
      status: 400,
    });
    expect(await browser.send('POST', 'links/first-administrator', wish)).toMatchObject({ status: 200 });
    expect(await browser.send('GET', 'session')).toMatchObject({
      body: { email: 'mai@hospital.example', role: 'administrator' },
    });
    expect(await newBrowser().send('POST', 'links/first-administrator', wish)).toMatchObject({ status: 404 });
  });

  it('gives back an account whose password and telephone are lost', async () => {
    const { id, email } = await addPerson(app, { role: 'auditor' });
    await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query(`update account set totp_secret = '\\x01', totp_enabled_at = now(), disabled_at = now() where id = $1`, [
        id,
      ]),
    );
    const token = await linkFor('first-administrator', null);
    const browser = newBrowser();
    const wish = { token, name: 'Mai', email, password: NEW };
    expect(await browser.send('POST', 'links/first-administrator', wish)).toMatchObject({ body: { next: 'in' } });
    expect(await browser.send('GET', 'session')).toMatchObject({ body: { email, role: 'administrator' } });
  });
});
