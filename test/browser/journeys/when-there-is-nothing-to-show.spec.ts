import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { type Hospital, openHospital, settled } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

const NUMBERS = '**/api/v1/metrics/query';
const csat = (page: Page) =>
  page.getByRole('region', { name: 'Headlines' }).getByRole('link', { name: /^CSAT .*n [1-9]/ });

/** Goes from the queue, which asks for no numbers, to a dashboard whose questions are dealt with like this. */
async function dashboardWith(deal: (route: Route) => Promise<void>): Promise<Page> {
  const page = await hospital.visit('/complaints');
  await page.route(NUMBERS, deal);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'This week' }).click();
  return page;
}

it('while numbers are on their way the page says so, then shows them', async () => {
  let open = (): void => undefined;
  const opened = new Promise((resolve) => (open = () => resolve(true)));
  const page = await dashboardWith(async (route) => {
    await opened;
    await route.continue();
  });
  await page.getByRole('status', { name: 'Loading' }).first().waitFor();
  expect(await page.locator('h1').innerText()).toMatch(/Looking/);
  open();
  await csat(page).waitFor();
  await settled(page);
  expect(await page.getByRole('status', { name: 'Loading' }).count()).toBe(0);
});

it.each([
  [
    'fails',
    (route: Route) => route.fulfill({ status: 500, json: { statusCode: 500, message: 'stack trace' } }),
    'Something went wrong on our side',
    'Try again in a minute.',
  ],
  ['cannot be reached', (route: Route) => route.abort(), 'Bedside cannot be reached', 'Check your connection'],
])('when the API %s the page says what to do, and trying again helps', async (_what, deal, said, remedy) => {
  const page = await dashboardWith(deal);
  const alert = page.getByRole('region', { name: 'Headlines' }).getByRole('alert');
  await alert.getByText(said).waitFor();
  expect(await alert.innerText()).toContain(remedy);
  expect(await alert.innerText()).not.toContain('stack trace');
  await page.unroute(NUMBERS);
  await alert.getByRole('button', { name: 'Try again' }).click();
  await csat(page).waitFor();
});

it('a filter nobody knows is named, with what to do', async () => {
  const page = await hospital.visit('/this-week?site=atlantis');
  const alert = page.getByRole('region', { name: 'Headlines' }).getByRole('alert');
  await alert.getByText('This question cannot be answered').waitFor();
  expect(await alert.innerText()).toMatch(/atlantis[^]*Change or clear the filters/);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await csat(page).waitFor();
});

it('filters that match nothing leave a reason in every panel, and clearing them brings the numbers back', async () => {
  const page = await hospital.visit('/touchpoints?site=hillcrest&department=ward-4b');
  const empty = page.getByText('No data for these filters', { exact: true });
  await empty.first().waitFor();
  expect(await empty.count()).toBeGreaterThanOrEqual(5);
  expect(await page.getByText('Choose a longer period or fewer filters.', { exact: true }).count()).toBe(
    await empty.count(),
  );
  await page.getByText('Nobody has left a comment in this choice').waitFor();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await csat(page).waitFor();
});

it('a search that finds no complaint offers the way back to all of them', async () => {
  const page = await hospital.visit('/complaints?view=all');
  await page.getByRole('searchbox', { name: 'Search' }).fill('zzzz');
  await page.getByText('No complaint fits these filters').waitFor();
  await page.getByRole('button', { name: 'Clear filters and search' }).click();
  await page.locator('[data-complaint]').first().waitFor();
});

it('a complaint that is not there, a mark that says nothing and a wrong address each say so', async () => {
  const said = async (path: string): Promise<string> => (await hospital.visit(path)).locator('main').innerText();
  expect(await said('/complaints/99999')).toMatch(/There is no complaint C-99999/);
  expect(await said('/records')).toMatch(/does not say which records[^]*Open a chart/);
  expect(await said('/nowhere')).toMatch(/nothing at this address[^]*Begin with this week/);
});

it('a step that could not be saved keeps its words', async () => {
  const page = await hospital.visit('/complaints?stage=investigating');
  await page.locator('[data-complaint]').first().click();
  const note = page.getByRole('textbox', { name: /found/ });
  await note.fill('Found and mended.');
  await page.route('**/steps', (route) => route.abort());
  await page.getByRole('button', { name: /^Resolve/ }).click();
  await page.getByRole('alert').getByText('The step was not saved; your words are still here.').waitFor();
  expect(await note.inputValue()).toBe('Found and mended.');
  await page.unroute('**/steps');
  await page.getByRole('button', { name: /^Resolve/ }).click();
  await page
    .getByText(/^C-\d+ is resolved$/)
    .first()
    .waitFor();
});
