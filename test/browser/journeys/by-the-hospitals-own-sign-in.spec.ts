import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import type { TestApp } from '../../app/test-app.ts';
import { setUpOrganisation } from '../../ingest/lakeside.ts';
import { openRealProvider, type RealProvider } from '../../sign-in/oidc/real-provider.ts';
import { appWithProvider } from '../../sign-in/oidc/round-trip.ts';
import { openBrowser } from '../open-browser.ts';

const WEB = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');

let provider: RealProvider;
let app: TestApp;
let browser: Browser;

beforeAll(async () => {
  [provider, browser] = await Promise.all([openRealProvider(), openBrowser()]);
  app = await appWithProvider(provider.issuer, { webFolder: WEB });
  provider.serve(app.url);
  await setUpOrganisation(app);
});

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
});

afterAll(async () => {
  await browser.close();
  await app.close();
  await provider.close();
});

const barriers = async (page: Page) => (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations;

/** Goes from a page of ours through the door and the provider's own pages, as whoever gives this name there. */
async function comeAs(login: string, path: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en' })).newPage();
  await page.goto(`${app.url}${path}`);
  const button = page.getByRole('link', { name: 'Sign in with Hospital login' });
  await button.waitFor();
  expect(await barriers(page)).toEqual([]);
  await button.click();
  await page.locator('input[name="login"]').fill(login);
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  await page.locator('form:not(:has(input[name="login"])) button[type="submit"]').click();
  await page.waitForURL(`${app.url}/**`);
  return page;
}

it('somebody comes in by it to the page they wanted, is who it says they are, and leaves there, too', async () => {
  const page = await comeAs('rasa', '/complaints?view=all');
  await page.waitForURL(`${app.url}/complaints?view=all`);
  await page.getByRole('button', { name: /Rasa Kalniņa/ }).click();
  await page.getByRole('menu').getByText('Department head').waitFor();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(`${provider.issuer}/session/end**`);
  await page.goto(`${app.url}/complaints`);
  await page.waitForURL(`${app.url}/sign-in**`);
});

it('somebody it knows, and who has no role here, is told whom to ask', async () => {
  const page = await comeAs('visitor', '/waits');
  await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
  await page.getByText('none of your groups has a role here').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('link', { name: 'Back to sign-in' }).click();
  await page.getByRole('link', { name: 'Sign in with Hospital login' }).waitFor();
});
