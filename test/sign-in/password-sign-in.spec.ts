import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { Passwords } from '../../apps/api/src/sign-in/passwords/passwords.ts';
import { scryptHash } from '../../apps/api/src/sign-in/passwords/scrypt-hash.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { PASSWORD, addPerson, sql, trailOf } from './people.ts';
import { openVisitingBrowser } from './visiting-browser.ts';

let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
});

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(() => app.close());

describe('a person', () => {
  it('gets in with the right password, is somebody then, and nobody after signing out', async () => {
    const { id, email } = await addPerson(app, { name: 'Aistė', role: 'staff' });
    const browser = openVisitingBrowser(app);
    expect(await browser.send('GET', 'session')).toMatchObject({ status: 401 });
    expect(
      await browser.send('POST', 'session', { email: ` ${email.toUpperCase()}`, password: PASSWORD }),
    ).toMatchObject({ status: 200, body: { next: 'in' } });
    expect(await browser.send('GET', 'session')).toMatchObject({ status: 200, body: { name: 'Aistė', role: 'staff' } });
    expect(await browser.send('DELETE', 'session')).toMatchObject({ status: 204 });
    expect(await browser.send('GET', 'session')).toMatchObject({ status: 401 });
    expect(await trailOf(app, id)).toEqual(['session.opened', 'session.ended']);
  });

  it('cannot go on with the cookie of a session that was signed out', async () => {
    const { email } = await addPerson(app);
    const browser = openVisitingBrowser(app);
    await browser.send('POST', 'session', { email, password: PASSWORD });
    const kept = browser.cookie('bedside_session');
    await browser.send('DELETE', 'session');
    browser.putCookie('bedside_session', kept);
    expect(await browser.send('GET', 'session')).toMatchObject({ status: 401 });
  });

  it('gets a new session at each sign-in, and the old one ends', async () => {
    const { id, email } = await addPerson(app);
    const browser = openVisitingBrowser(app);
    await browser.send('POST', 'session', { email, password: PASSWORD });
    const first = browser.cookie('bedside_session');
    await browser.send('POST', 'session', { email, password: PASSWORD });
    expect(browser.cookie('bedside_session')).not.toBe(first);
    const old = openVisitingBrowser(app);
    old.putCookie('bedside_session', first);
    expect(await old.send('GET', 'session')).toMatchObject({ status: 401 });
    expect(await trailOf(app, id)).toEqual(['session.opened', 'session.ended', 'session.opened']);
  });

  it('carries cookies that no script reads and no other site sends', async () => {
    const { email } = await addPerson(app);
    const browser = openVisitingBrowser(app);
    await browser.send('POST', 'session', { email, password: PASSWORD });
    const cookies = browser.lastCookies();
    expect(cookies).toHaveLength(2);
    for (const cookie of cookies) expect(cookie).toMatch(/; HttpOnly.*SameSite=Lax/);
  });

  it('has a hash of today after signing in with one of yesterday', async () => {
    const { id, email } = await addPerson(app);
    const weak = await scryptHash(PASSWORD, { costLog2: 12, blockSize: 8, lanes: 1 });
    await sql(app, 'update account set password_hash = $2 where id = $1', [id, weak]);
    const browser = openVisitingBrowser(app);
    expect((await browser.send('POST', 'session', { email, password: PASSWORD })).status).toBe(200);
    const [row] = await sql<{ hash: string }>(app, 'select password_hash as hash from account where id = $1', [id]);
    expect(row?.hash).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
    expect((await browser.send('POST', 'session', { email, password: PASSWORD })).status).toBe(200);
  });

  it('is out at the next request once disabled, and has new rights at the next once changed', async () => {
    const { id, email } = await addPerson(app, { role: 'quality-manager' });
    const browser = openVisitingBrowser(app);
    await browser.send('POST', 'session', { email, password: PASSWORD });
    await sql(app, `update account set role = 'auditor' where id = $1`, [id]);
    expect(await browser.send('GET', 'session')).toMatchObject({ body: { role: 'auditor' } });
    await sql(app, 'update account set disabled_at = now() where id = $1', [id]);
    expect(await browser.send('GET', 'session')).toMatchObject({ status: 401 });
  });

  it.each([
    ['idle for an hour', 61 * 60_000, 1],
    ['busy for twelve hours', 12 * 3_600_000 + 60_000, 60],
  ])('is signed out after being %s', async (_what, spanMs, steps) => {
    const { email } = await addPerson(app);
    const browser = openVisitingBrowser(app);
    await browser.send('POST', 'session', { email, password: PASSWORD });
    const start = Date.now();
    const clock = jest.spyOn(app.app.get(Clock), 'now');
    const statuses: number[] = [];
    for (let step = 1; step <= steps; step += 1) {
      clock.mockReturnValue(start + (spanMs * step) / steps);
      statuses.push((await browser.send('GET', 'session')).status);
    }
    expect(statuses).toEqual([...Array<number>(steps - 1).fill(200), 401]);
  });
});

describe('somebody who tries', () => {
  const strange = (password: string | null) => addPerson(app, { password });

  it('is told the same of an unknown, a disabled, a passwordless account and a wrong password', async () => {
    const [wrong, disabled, without] = [await strange(PASSWORD), await strange(PASSWORD), await strange(null)];
    await sql(app, 'update account set disabled_at = now() where id = $1', [disabled.id]);
    const emails = [wrong.email, disabled.email, without.email, 'nobody@hospital.example', 'not an address'];
    const answers = [];
    for (const [index, email] of emails.entries()) {
      const password = email === disabled.email ? PASSWORD : 'four blue heronz';
      const browser = openVisitingBrowser(app, `192.0.2.${100 + index}`);
      answers.push(await browser.send('POST', 'session', { email, password }));
      expect(browser.lastCookies()).toEqual([]);
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(401);
    expect(await trailOf(app, disabled.id)).toEqual(['session.refused']);
  });

  it('waits for a hash whether the account exists or not', async () => {
    const { email } = await strange(PASSWORD);
    const { email: without } = await strange(null);
    const scrypts: Promise<boolean>[] = [];
    const passwords = app.app.get(Passwords);
    const matches = passwords.matches.bind(passwords);
    jest.spyOn(passwords, 'matches').mockImplementation((password, hash) => {
      const work = matches(password, hash);
      scrypts.push(work);
      return work;
    });
    const cpuOf = async (who: string): Promise<number> => {
      const before = process.cpuUsage();
      await openVisitingBrowser(app, '192.0.2.200').send('POST', 'session', {
        email: who,
        password: 'four blue heronz',
      });
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const [known, unknown, passwordless] = [
      await cpuOf(email),
      await cpuOf('nobody-else@hospital.example'),
      await cpuOf(without),
    ];
    expect(await Promise.all(scrypts)).toEqual([false, false, false]);
    // What it costs this very process, which a busy machine does not change: a scrypt is nearly all of it.
    for (const cost of [unknown, passwordless]) expect(cost / known).toBeGreaterThan(0.5);
  });

  it('from another site’s page, in a browser that is signed in, gets nothing done', async () => {
    const { email } = await addPerson(app);
    const browser = openVisitingBrowser(app);
    await browser.send('POST', 'session', { email, password: PASSWORD });
    const answer = await app.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { email, password: PASSWORD },
      headers: { cookie: `bedside_session=${browser.cookie('bedside_session')}`, 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.statusCode).toBe(403);
  });

  it.each([
    [{}, /email/],
    [{ email: 'a@b.example' }, /password/],
    [{ email: ['a@b.example'], password: PASSWORD }, /email/],
    [{ email: 'a@b.example', password: PASSWORD, role: 'administrator' }, /role/],
  ])('with an odd body is told which field', async (payload, field) => {
    const { status, body } = await openVisitingBrowser(app).send('POST', 'session', payload);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toMatch(field);
  });
});
