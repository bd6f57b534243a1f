import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { type Hospital, openHospital, settled } from './hospital.ts';
import { pointsOf } from './chart-points.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

const nIn = (words: string | null): number => Number(/\bn ([\d,]+)/.exec(words ?? '')?.[1]?.replace(',', ''));

/** How many records the heading speaks of, and how many are listed when every page of the list has come. */
async function recordsOpened(page: Page): Promise<{ heading: number; listed: number }> {
  await page.waitForURL(/\/records\?/);
  await settled(page);
  const rows = page.locator('main tbody tr');
  await rows.first().waitFor();
  const more = page.getByRole('button', { name: 'Show more' });
  while (await more.isVisible()) {
    const before = await rows.count();
    await more.click({ timeout: 5_000 }).catch(() => undefined);
    await page.waitForFunction((count) => document.querySelectorAll('main tbody tr').length > count, before);
  }
  const [, count = ''] = /: ([\d,]+) \w+$/.exec(await page.locator('h1').innerText()) ?? [];
  return { heading: Number(count.replace(',', '')), listed: await rows.count() };
}

async function expectRecords(page: Page, n: number): Promise<void> {
  expect(n).toBeGreaterThan(0);
  expect(await recordsOpened(page)).toEqual({ heading: n, listed: n });
}

const ways: [string, (mark: Locator) => Promise<void>][] = [
  ['a click', (mark) => mark.click()],
  ['Enter', (mark) => mark.press('Enter')],
];

it.each(ways)('%s on a headline opens as many records as it rests on', async (_way, open) => {
  const page = await hospital.visit('/this-week?department=riverside-emergency');
  const tile = page.getByRole('region', { name: 'Headlines' }).getByRole('link', { name: /^CSAT/ });
  const n = nIn(await tile.innerText());
  await open(tile);
  await expectRecords(page, n);
});

it.each(ways)('%s on a cell of a heatmap opens as many records as it rests on', async (_way, open) => {
  const page = await hospital.visit('/touchpoints?weeks=1');
  const cell = page.locator('#departments').getByRole('link', { name: / n \d/ }).first();
  const n = nIn(await cell.getAttribute('aria-label'));
  await open(cell);
  await expectRecords(page, n);
});

it('a click on a point of a trend opens as many records as it rests on', async () => {
  const page = await hospital.visit('/this-week?department=riverside-emergency');
  const panel = page.locator('#satisfaction');
  await panel.getByRole('button', { name: 'Table' }).click();
  const n = Number(await panel.locator('tbody tr').last().locator('td.figure').last().innerText());
  await panel.getByRole('button', { name: 'Chart' }).click();
  const point = (await pointsOf(panel)).at(-1);
  await page.mouse.click(point?.x ?? 0, point?.y ?? 0);
  await expectRecords(page, n);
});

it('a click on a bar of a distribution opens as many records as it rests on', async () => {
  const page = await hospital.visit('/this-week?site=riverside');
  const words = page.locator('#departments .stage svg text', { hasText: /· n \d/ }).first();
  await words.scrollIntoViewIfNeeded();
  const { x, y, height } = (await words.boundingBox()) ?? { x: 0, y: 0, height: 0 };
  const n = nIn(await words.textContent());
  await page.mouse.click(x - 20, y + height / 2);
  await expectRecords(page, n);
});

it.each(['satisfaction', 'departments'])('Enter on a mark of the chart %s opens as many records', async (code) => {
  const page = await hospital.visit('/this-week?site=riverside');
  const panel = page.locator(`#${code}`);
  const stage = panel.getByRole('application');
  await stage.focus();
  // The marks of small groups stand last, and tell no number.
  let n = NaN;
  for (let marks = 0; marks < 15 && Number.isNaN(n); marks += 1) {
    await stage.press(code === 'departments' ? 'ArrowUp' : 'ArrowLeft');
    n = nIn(await panel.locator('[aria-live="assertive"]').innerText());
  }
  await stage.press('Enter');
  await expectRecords(page, n);
});
