import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Hospital, openHospital, settled } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

const root = (page: Page) =>
  page.evaluate(() => ({ lang: document.documentElement.lang, dir: document.documentElement.dir }));

it('choosing Urdu turns the page around, and it stays so', async () => {
  const page = await hospital.visit('/this-week');
  expect(await root(page)).toEqual({ lang: 'en', dir: 'ltr' });
  await page.getByRole('button', { name: /^Language/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'اردو' }).click();
  await page.waitForFunction(() => document.documentElement.dir === 'rtl');
  await page.reload();
  await settled(page);
  expect(await root(page)).toEqual({ lang: 'ur', dir: 'rtl' });
  const { x = 0 } = (await page.getByRole('navigation').first().boundingBox()) ?? {};
  expect(x).toBeGreaterThan(1000);
});

it.each(['en', 'ur'] as const)('time runs from left to right in %s, in charts and in heatmaps', async (language) => {
  const page = await hospital.visit('/this-week', { language });
  const weeksInOrder = async (selector: string): Promise<number[]> => {
    const labels = await page
      .locator(selector)
      .evaluateAll((all) =>
        all
          .filter((label) => /\d/.test(label.textContent))
          .map((label) => ({ week: Number(/\d+/.exec(label.textContent)?.[0]), x: label.getBoundingClientRect().x })),
      );
    return labels.sort((one, other) => one.x - other.x).map(({ week }) => week);
  };
  for (const selector of ['#waits svg text[text-anchor="middle"]', '#touchpoints thead th']) {
    const weeks = await weeksInOrder(selector);
    expect(weeks.length).toBeGreaterThan(5);
    expect(weeks).toEqual(weeks.toSorted((one, other) => one - other));
    expect(weeks.at(-1)).toBe(46);
  }
});
