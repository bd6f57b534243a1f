import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { Clock } from '../../apps/api/src/clock/clock.ts';
import { Passwords } from '../../apps/api/src/sign-in/passwords/passwords.ts';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { PASSWORD, addPerson } from './people.ts';
import { type VisitingBrowser, openVisitingBrowser } from './visiting-browser.ts';

const NOW = Date.parse('2026-11-18T05:00:00Z');

let app: TestApp;
let now: number;
let looked: number;

beforeAll(async () => {
  app = await openTestApp();
});

/** What counts here is who is looked at; the hashes themselves are tested elsewhere, and slow. */
function holdTime(): void {
  now = NOW;
  looked = 0;
  jest.spyOn(app.app.get(Clock), 'now').mockImplementation(() => now);
  jest.spyOn(app.app.get(Passwords), 'matches').mockImplementation(async (password, hash) => {
    looked += 1;
    return hash !== null && password === PASSWORD;
  });
}

afterEach(() => {
  jest.restoreAllMocks();
});

afterAll(() => app.close());

async function statuses(browser: VisitingBrowser, email: string, times: number, password = 'wrong'): Promise<number[]> {
  const found = [];
  for (let time = 0; time < times; time += 1) {
    found.push((await browser.send('POST', 'session', { email, password })).status);
  }
  return found;
}

it('makes one who guesses wait longer and longer, and says how long', async () => {
  holdTime();
  const { email } = await addPerson(app);
  const browser = openVisitingBrowser(app, '203.0.113.1');
  expect(await statuses(browser, email, 6)).toEqual([401, 401, 401, 401, 401, 429]);
  const waits = [];
  for (let round = 0; round < 5; round += 1) {
    const { status, retryAfter } = await browser.send('POST', 'session', { email, password: 'wrong' });
    expect(status).toBe(429);
    waits.push(retryAfter);
    now += (retryAfter ?? 0) * 1000;
    expect(await statuses(browser, email, 1)).toEqual([401]);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16]);
});

it('treats an account that does not exist like one that does', async () => {
  holdTime();
  const browser = openVisitingBrowser(app, '203.0.113.2');
  expect(await statuses(browser, 'nobody@hospital.example', 6)).toEqual([401, 401, 401, 401, 401, 429]);
});

it('looks at no more of those sent at once than of those sent in turn', async () => {
  holdTime();
  const { email } = await addPerson(app);
  const browser = openVisitingBrowser(app, '203.0.113.3');
  const all = await Promise.all(Array.from({ length: 20 }, () => statuses(browser, email, 1)));
  expect(all.flat().filter((status) => status === 401)).toHaveLength(5);
  expect(looked).toBe(5);
});

it('refuses the right password, too, while somebody has to wait, and forgets in time', async () => {
  holdTime();
  const { email } = await addPerson(app);
  const browser = openVisitingBrowser(app, '203.0.113.4');
  await statuses(browser, email, 5);
  expect(await statuses(browser, email, 1, PASSWORD)).toEqual([429]);
  now += 3 * 3_600_000;
  expect(await statuses(browser, email, 6)).toEqual([401, 401, 401, 401, 401, 429]);
});

it('never holds up the owner on a device that was let in before, whatever others do', async () => {
  holdTime();
  const { email } = await addPerson(app);
  const owner = openVisitingBrowser(app, '203.0.113.5');
  expect(await statuses(owner, email, 1, PASSWORD)).toEqual([200]);
  await owner.send('DELETE', 'session');
  for (let stranger = 0; stranger < 30; stranger += 1) {
    await statuses(openVisitingBrowser(app, `203.0.114.${stranger}`), email, 1);
  }
  // Also from the same hospital, behind the same address.
  await statuses(openVisitingBrowser(app, '203.0.113.5'), email, 8);
  expect(await statuses(openVisitingBrowser(app, '203.0.115.1'), email, 1, PASSWORD)).toEqual([429]);
  expect(await statuses(owner, email, 1, PASSWORD)).toEqual([200]);
});

it('holds up a device that was let in for its own failures, and not for those of another account', async () => {
  holdTime();
  const [mine, other] = [await addPerson(app), await addPerson(app)];
  const owner = openVisitingBrowser(app, '203.0.113.6');
  await statuses(owner, mine.email, 1, PASSWORD);
  await owner.send('DELETE', 'session');
  expect(await statuses(owner, mine.email, 11)).toEqual([...Array<number>(10).fill(401), 429]);
  expect(await statuses(owner, other.email, 1, PASSWORD)).toEqual([200]);
});

it('lets a stranger wait a minute at most for an account that others guess at', async () => {
  holdTime();
  const { email } = await addPerson(app);
  // As quickly as they are looked at, each from somewhere else.
  for (let stranger = 0; stranger < 60; stranger += 1) {
    const browser = openVisitingBrowser(app, `203.0.116.${stranger}`);
    const { retryAfter } = await browser.send('POST', 'session', { email, password: 'wrong' });
    now += (retryAfter ?? 0) * 1000;
  }
  now += 60_000;
  await statuses(openVisitingBrowser(app, '203.0.116.99'), email, 1);
  const owner = openVisitingBrowser(app, '203.0.117.1');
  const { status, retryAfter } = await owner.send('POST', 'session', { email, password: PASSWORD });
  expect([status, retryAfter]).toEqual([429, 60]);
  now += 60_000;
  expect(await statuses(owner, email, 1, PASSWORD)).toEqual([200]);
});

it('makes an address that tries many accounts wait', async () => {
  holdTime();
  const browser = openVisitingBrowser(app, '203.0.113.7');
  const found = [];
  for (let guess = 0; guess < 51; guess += 1) found.push(...(await statuses(browser, `a${guess}@b.example`, 1)));
  expect(found).toEqual([...Array<number>(50).fill(401), 429]);
});
