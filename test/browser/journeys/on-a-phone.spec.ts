import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { goOn, type Hospital, openHospital, settled } from './hospital.ts';
import { everyPage } from './pages.ts';

const PHONE = { width: 360, height: 780 } as const;
const FINGER = 44;

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

/** Things to tap that are too small for a finger, with their size. */
const tooSmall = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate(
    ([targets, least]) =>
      [...document.querySelectorAll<HTMLElement>(targets)]
        .filter((target) => target.checkVisibility())
        .map((target) => ({ target, box: target.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 1 && (box.width < least - 0.5 || box.height < least - 0.5))
        .map(({ target, box }) => {
          const name = target.getAttribute('aria-label') ?? target.textContent.trim().slice(0, 40);
          return `${name}: ${box.width.toFixed()} × ${box.height.toFixed()}`;
        }),
    [selector, FINGER] as const,
  );

it('the way to other pages stays within reach of the thumb', async () => {
  const page = await hospital.visit('/this-week', PHONE);
  const nav = page.getByRole('navigation', { name: 'Main' });
  for (const name of ['Touchpoints', 'Waits', 'Complaints', 'This week']) {
    const link = nav.getByRole('link', { name });
    const { y = 0, height = 0 } = (await link.boundingBox()) ?? {};
    expect(y).toBeGreaterThan(PHONE.height / 2);
    expect(y + height).toBeLessThanOrEqual(PHONE.height);
    await link.click();
    await page.waitForFunction(
      (words) => document.querySelector('nav [aria-current]')?.textContent.includes(words),
      name,
    );
    await settled(page);
  }
});

it('navigation, buttons, filters and rows are large enough for a finger', async () => {
  const found: Record<string, string[]> = {};
  const page = await hospital.visit('/nowhere', PHONE);
  for (const [name, path] of await everyPage(hospital)) {
    await goOn(page, path);
    const small = await tooSmall(
      page,
      'nav[aria-label="Main"] a, main button:not(.tool), main .tile, main [data-complaint], main label:has(input), main nav a.tab',
    );
    if (small.length > 0) found[name] = small;
  }
  expect(found).toEqual({});
});

it('a resolution is logged at the bedside', async () => {
  const queue = await hospital.visit('/complaints?stage=investigating', PHONE);
  await queue.locator('[data-complaint]').first().click();
  await queue.waitForURL(/\/complaints\/\d+/);
  await settled(queue);
  const words = 'The bill was sent twice; the second one is cancelled.';
  await queue.getByRole('textbox', { name: /found/ }).fill(words);
  await queue.getByRole('button', { name: /^Resolve/ }).click();
  await queue
    .getByText(/^C-\d+ is resolved$/)
    .first()
    .waitFor();
  await queue.getByRole('list').getByText(words).waitFor();
});
