import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Hospital, openHospital, settled } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

/** How bright a colour of an element is, from 0 (black) to 1 (white), as it is painted. */
function brightness(page: Page, selector: string, property: 'color' | 'backgroundColor' | 'fill'): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate((element, name) => {
      const canvas = document.createElement('canvas').getContext('2d', { colorSpace: 'srgb' });
      if (canvas === null) return NaN;
      canvas.fillStyle = getComputedStyle(element)[name];
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    }, property);
}

async function expectDark(page: Page): Promise<void> {
  expect(await brightness(page, 'body', 'backgroundColor')).toBeLessThan(0.2);
  expect(await brightness(page, 'main .card', 'backgroundColor')).toBeLessThan(0.25);
  expect(await brightness(page, 'h1', 'color')).toBeGreaterThan(0.7);
  expect(await brightness(page, '#satisfaction .stage svg text', 'fill')).toBeGreaterThan(0.4);
}

it('a device that prefers the dark gets it, charts and all', async () => {
  await expectDark(await hospital.visit('/this-week', { theme: 'dark' }));
});

it('a device that does not gets light', async () => {
  const page = await hospital.visit('/this-week');
  expect(await brightness(page, 'body', 'backgroundColor')).toBeGreaterThan(0.9);
  expect(await brightness(page, 'h1', 'color')).toBeLessThan(0.3);
});

it('dark can be chosen, turns the charts at once, and is remembered', async () => {
  const page = await hospital.visit('/this-week');
  await page.getByRole('button', { name: /^Appearance/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click();
  await page.waitForFunction(() => document.documentElement.classList.contains('dark'));
  await expectDark(page);
  await page.reload();
  await settled(page);
  await expectDark(page);
});

it('everything turns at once, for those too who asked for less motion', async () => {
  const page = await hospital.visit('/this-week');
  const late = await page.evaluate(async () => {
    const words = [...document.querySelectorAll('body *')];
    const colours = () => words.map((word) => getComputedStyle(word).color);
    const { classList } = document.documentElement;
    colours();
    classList.replace('light', 'dark');
    const atOnce = colours();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const inTheEnd = colours();
    return words
      .filter((word, nth) => word.isConnected && atOnce[nth] !== inTheEnd[nth])
      .map(({ outerHTML }) => outerHTML);
  });
  expect(late).toEqual([]);
});

it('no light flashes up before the app has come', async () => {
  const page = await hospital.browser.newPage({ colorScheme: 'dark', locale: 'ur' });
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.goto(hospital.app.url);
  expect(await brightness(page, 'body', 'backgroundColor')).toBeLessThan(0.2);
  expect(await page.evaluate(() => document.documentElement.dir)).toBe('rtl');
});
