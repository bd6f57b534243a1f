import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Hospital, openHospital, settled } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

const headlines = (page: Page): Promise<string[]> =>
  page.getByRole('region', { name: 'Headlines' }).getByRole('link').allInnerTexts();
const chip = (page: Page, dimension: string) => page.getByRole('button', { name: new RegExp(`^${dimension}:`) });

/** Keeps some values of a dimension and waits until the numbers are those of the new address. */
async function keep(page: Page, dimension: string, ...values: string[]): Promise<void> {
  await chip(page, dimension).click();
  for (const value of values) {
    const answered = page.waitForResponse((response) => response.url().endsWith('/metrics/query'));
    await page.getByRole('checkbox', { name: value }).click();
    await answered;
  }
  await page.keyboard.press('Escape');
  await page.waitForLoadState('networkidle');
  await settled(page);
}

const filtersOf = (page: Page): string[] =>
  [...new URL(page.url()).searchParams].map(([name, value]) => `${name}=${value}`);

/** How many answers the first headline rests on. */
async function csatReplies(page: Page): Promise<number> {
  const [csat = ''] = await headlines(page);
  return Number(/· n ([\d,]+)/.exec(csat)?.[1]?.replace(',', ''));
}

it('a copied address opens the same numbers on another device', async () => {
  const mine = await hospital.visit('/this-week');
  const whole = await headlines(mine);
  await keep(mine, 'Site', 'Riverside Hospital');
  await keep(mine, 'Department', 'Riverside Outpatients');
  expect(filtersOf(mine)).toEqual(['site=riverside', 'department=riverside-outpatients']);
  const theirs = await hospital.visit(mine.url().slice(hospital.app.url.length));
  expect(await headlines(theirs)).toEqual(await headlines(mine));
  expect(await theirs.locator('h1').innerText()).toEqual(await mine.locator('h1').innerText());
  expect(await headlines(mine)).not.toEqual(whole);
});

it('going back takes one filter away, going back again the other', async () => {
  const page = await hospital.visit('/this-week');
  const whole = await headlines(page);
  await keep(page, 'Site', 'Riverside Hospital');
  const riverside = await headlines(page);
  await keep(page, 'Department', 'Riverside Outpatients');
  await page.goBack();
  await page.waitForURL(/site=riverside$/);
  await expectHeadlines(page, riverside);
  await page.goBack();
  await page.waitForURL(/this-week$/);
  await expectHeadlines(page, whole);
});

async function expectHeadlines(page: Page, wanted: readonly string[]): Promise<void> {
  const first = page.getByRole('region', { name: 'Headlines' }).getByRole('link').first();
  const [basis = ''] = /\d.* · n [\d,]+/.exec(wanted[0] ?? '') ?? [];
  await first.getByText(basis, { exact: true }).waitFor();
  expect(await headlines(page)).toEqual(wanted);
}

it('one filter keeps several values, and their answers add up', async () => {
  const page = await hospital.visit('/this-week');
  await keep(page, 'Site', 'Riverside Hospital');
  const riverside = await csatReplies(page);
  await keep(page, 'Site', 'Lakeside General');
  expect(filtersOf(page)).toEqual(['site=riverside', 'site=lakeside']);
  expect(await chip(page, 'Site').innerText()).toBe('Riverside Hospital and 1 more');
  const both = await csatReplies(page);
  await keep(page, 'Site', 'Riverside Hospital');
  expect(filtersOf(page)).toEqual(['site=lakeside']);
  expect(both).toBe(riverside + (await csatReplies(page)));
});

it('the other pages keep the filters, and clearing takes them all away', async () => {
  const page = await hospital.visit('/this-week?site=riverside&channel=email');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Touchpoints' }).click();
  await page.waitForURL(/touchpoints\?site=riverside&channel=email$/);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.waitForURL(/touchpoints$/);
});
