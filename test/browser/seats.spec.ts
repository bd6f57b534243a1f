import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './open-browser.ts';
import { type Seats, seatsAt, type Sitter } from './seats.ts';

const SITTER: Sitter = {
  locale: 'en',
  viewport: { width: 800, height: 600 },
  colorScheme: 'light',
  reducedMotion: 'reduce',
};

let server: Server;
let address: string;
let browser: Browser;
let seats: Seats;

beforeAll(async () => {
  server = createServer((_request, answer) => answer.setHeader('content-type', 'text/html').end('<title>seat</title>'));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await openBrowser();
  seats = seatsAt(browser, address);
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const traces = (page: Page) =>
  page.evaluate(() => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    been: window.navigation.entries().length,
    dark: matchMedia('(prefers-color-scheme: dark)').matches,
    print: matchMedia('print').matches,
    width: innerWidth,
  }));

it('whoever sits down finds nothing of who sat there before, and is not watched along with them', async () => {
  const someone = { cookie: 'bedside_session=theirs', 'sec-fetch-site': 'same-origin' };
  const theirs = await seats.take({
    ...SITTER,
    someone,
    colorScheme: 'dark',
    viewport: { width: 360, height: 780 },
  });
  await theirs.page.route('**/mine', (route) => route.abort());
  await theirs.page.goto(`${address}/theirs`);
  await theirs.page.emulateMedia({ media: 'print' });
  await theirs.page.evaluate(() => {
    const note = () => {
      localStorage.setItem('note', 'theirs');
      sessionStorage.setItem('note', 'theirs');
    };
    note();
    addEventListener('pagehide', note);
    document.cookie = 'note=theirs';
    history.pushState(null, '', '?theirs');
    window.open('/another');
  });
  expect(await traces(theirs.page)).toMatchObject({ local: 1, session: 1, dark: true, print: true, width: 360 });
  await seats.leave();
  expect(browser.contexts().flatMap((context) => context.pages())).toEqual([theirs.page]);

  const mine = await seats.take(SITTER);
  expect(mine.page).toBe(theirs.page);
  await mine.page.goto(`${address}/mine`);
  expect(await traces(mine.page)).toEqual({
    ...{ local: 0, session: 0, cookies: '', dark: false, print: false, width: 800 },
    // Where it stood empty, and here.
    been: 2,
  });
  expect(await mine.page.context().cookies()).toEqual([]);
  await mine.page.evaluate(() => console.error('heard'));
  await mine.page.waitForFunction(() => true);
  expect({ mine: mine.complaints, theirs: theirs.complaints }).toEqual({ mine: ['heard'], theirs: [] });
});

it('two who sit there at once, and those of two languages, share nothing', async () => {
  await seats.leave();
  const [one, other] = [await seats.take(SITTER), await seats.take(SITTER)];
  expect(one.page.context()).not.toBe(other.page.context());
  await seats.leave();
  const { page } = await seats.take({ ...SITTER, locale: 'ur' });
  expect([one.page, other.page]).not.toContain(page);
  await page.goto(address);
  expect(await page.evaluate(() => navigator.language)).toBe('ur');
});
