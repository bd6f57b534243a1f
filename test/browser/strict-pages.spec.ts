import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type TestApp, openTestApp } from '../app/test-app.ts';
import { openBrowser } from './open-browser.ts';
import { watchedPage } from './watched-page.ts';

const WEB = join(import.meta.dirname, '..', '..', 'dist', 'web');

const STRUCTURE = {
  name: 'St. Test',
  timeZone: 'Europe/Vilnius',
  sites: [{ code: 'main', name: 'Main', timeZone: 'Europe/Vilnius', departments: [{ code: 'er', name: 'Emergency' }] }],
};

let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  if (!existsSync(WEB)) throw new Error('dist/web is not built: run npm test, which builds it');
  [app, browser] = await Promise.all([openTestApp({ webFolder: WEB }), openBrowser()]);
  await app.inject({ method: 'PUT', url: '/api/v1/organisation/structure', payload: STRUCTURE });
});

afterAll(async () => {
  await browser.close();
  await app.close();
});

it('shows the documentation under the content security policy, from here alone', async () => {
  const { page, complaints, strangers } = await watchedPage(browser, app.url);
  await page.goto(`${app.url}/api/docs`);
  await page.getByText('/api/v1/metrics/query').first().waitFor();
  expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
});

it.each(['/', '/complaints'])('shows %s under the content security policy, from here alone', async (path) => {
  const { page, complaints, strangers } = await watchedPage(browser, app.url, { someone: app.administrator });
  await page.goto(`${app.url}${path}`, { waitUntil: 'networkidle' });
  expect(await page.title()).toContain('Bedside');
  expect(await page.locator('#app > *').count()).toBeGreaterThan(0);
  expect({ complaints, strangers }).toEqual({ complaints: [], strangers: [] });
});

it('the watch itself sees a script that the policy refuses, and a stranger', async () => {
  const { page, complaints, strangers } = await watchedPage(browser, app.url);
  await page.goto(`${app.url}/api/docs`);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.attacked = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.src = 'https://stranger.invalid/pixel.png';
    document.body.append(image);
  });
  expect(await page.evaluate(() => 'attacked' in window)).toBe(false);
  expect(complaints.join()).toMatch(/Content Security Policy/);
  expect(complaints.join() + strangers.join()).toContain('stranger.invalid');
});
