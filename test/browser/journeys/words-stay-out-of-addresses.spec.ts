import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ComplaintsPageDto } from '#contracts/complaints.dto.ts';
import { type Hospital, openHospital, settled } from './hospital.ts';
import { everyPage } from './pages.ts';
import { FOUND, typeEverywhere, watchAddresses, WORDS } from './typed-words.ts';

let hospital: Hospital;
let number: number;

beforeAll(async () => {
  hospital = await openHospital();
  const queue = await hospital.app.inject({ method: 'GET', url: '/api/v1/complaints?limit=1' });
  number = queue.json<ComplaintsPageDto>().rows[0]?.number ?? 0;
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

/** What has to be opened before all fields of a page are there. */
const OPENERS: Record<string, RegExp[]> = {
  '/this-week': [/^Site:/, /^Department:/, /^Touchpoint:/, /^Channel:/],
  '/waits': [/^Site:/, /^Department:/],
  '/complaints': [/^Filter/, /^Department:/],
  '/administration/departments': [/^New site/, /^New department/],
  '/administration/touchpoints': [/^New step/],
  '/administration/sources': [/^New source/],
  '/administration/sources/survey-tool': [/^Edit/, /^New key/],
};

/** Where nothing is to be typed into. */
const WITHOUT_FIELDS =
  /\/records|show=breach|not-signed-in|nowhere|\/complaints\/numbers|\/touchpoints$|\/waits$|\/compare|\/imports|\/quarantine/;

it('every field of every page takes words, and no address tells them', async () => {
  const told: string[] = [];
  const silent: string[] = [];
  for (const [name, path] of await everyPage(hospital)) {
    const page = await hospital.visit(path, path === '/sign-in' ? { someone: null } : {});
    const watch = watchAddresses(page);
    let typed = await typeEverywhere(page);
    for (const opener of OPENERS[path] ?? []) {
      await page.getByRole('button', { name: opener }).first().click();
      typed += await typeEverywhere(page);
      // What a place is called becomes its code, which does stand in addresses: these are not saved.
      if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
    }
    if (typed === 0 && !WITHOUT_FIELDS.test(path)) silent.push(name);
    await page.keyboard.press('Enter');
    await page.waitForLoadState('networkidle');
    await page.reload();
    await settled(page);
    told.push(...(await watch.told()).map((one) => `${name} ${one}`));
    await hospital.empty();
  }
  expect(told).toEqual([]);
  expect(silent).toEqual([]);
}, 600_000);

it('the watch itself sees words in an address, in a question and in a title', async () => {
  const page = await hospital.visit('/complaints');
  const watch = watchAddresses(page);
  await page.evaluate(async (words) => {
    history.pushState(null, '', `?q=${encodeURIComponent(words)}`);
    document.title = words;
    await fetch(`/api/v1/complaints?q=${encodeURIComponent(words)}`);
    history.pushState(null, '', '/complaints');
  }, WORDS);
  const kinds = (await watch.told()).map((one) => one.split(' ')[0]);
  expect(new Set(kinds)).toEqual(new Set(['asked', 'from', 'went', 'remembers', 'calls']));
});

/** Sends what was typed, and waits until it has gone where it should. */
async function expectSent(page: Page, to: string, send: () => Promise<void>): Promise<void> {
  const watch = watchAddresses(page);
  const request = page.waitForRequest((one) => FOUND.test(one.postData() ?? '') && new URL(one.url()).pathname === to);
  await send();
  await (await request).response();
  await page.waitForLoadState('networkidle');
  await page.goto(`${hospital.app.url}/not-signed-in`);
  await page.goBack();
  await settled(page);
  expect(watch.sent).toContain(to);
  expect(await watch.told()).toEqual([]);
}

const fill = (page: Page, label: string) => page.getByLabel(label, { exact: true }).fill(WORDS);

describe('words that are sent go in a body, and no address tells them:', () => {
  it('a search of the complaints', async () => {
    const page = await hospital.visit('/complaints');
    await expectSent(page, '/api/v1/complaints/search', () => page.getByRole('searchbox').fill(WORDS));
  });

  it('a search of the trail', async () => {
    const page = await hospital.visit('/administration/audit');
    await expectSent(page, '/api/v1/audit/search', () => fill(page, 'Name'));
  });

  it('the identifier of a patient', async () => {
    const page = await hospital.visit('/administration/patients');
    await expectSent(page, '/api/v1/patients/find', async () => {
      await page.getByRole('textbox').first().fill(WORDS);
      await page.keyboard.press('Enter');
    });
  });

  it('a note on a complaint', async () => {
    const page = await hospital.visit(`/complaints/${number}`);
    await expectSent(page, `/api/v1/complaints/${number}/steps`, async () => {
      await page.locator('textarea').fill(WORDS);
      await page.locator('textarea').press('Control+Enter');
    });
  });

  it('a complaint that is taken down, and shown', async () => {
    const page = await hospital.visit('/complaints/new');
    await expectSent(page, '/api/v1/complaints', async () => {
      await fill(page, 'What the patient said');
      await page.getByLabel('Department it is about').selectOption({ label: 'Billing Office' });
      await page.getByLabel('Came by').selectOption({ label: 'Phone' });
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: WORDS }).waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/complaints\/\d+$/);
    });
  });

  it('an email address and a password at the door', async () => {
    const page = await hospital.visit('/sign-in', { someone: null });
    await expectSent(page, '/api/v1/session', async () => {
      await typeEverywhere(page);
      await page.keyboard.press('Enter');
    });
  });
});

it('words come back with the page, though not with its address', async () => {
  hospital.troubles();
  const page = await hospital.visit('/complaints');
  const search = page.getByRole('searchbox');
  const rows = page.locator('[data-complaint]');
  const all = await rows.count();
  await search.fill('bill');
  await page.getByText('The words are not in this page’s address').waitFor();
  expect(await new AxeBuilder({ page }).setLegacyMode(true).analyze()).toMatchObject({ violations: [] });
  await page.waitForFunction((before) => document.querySelectorAll('[data-complaint]').length < before, all);
  const found = await rows.count();
  await rows.first().click();
  await page.waitForURL(/\/complaints\/\d+$/);
  expect(await search.inputValue()).toBe('bill');
  await page.goBack();
  await page.waitForURL(/\/complaints$/);
  expect(await search.inputValue()).toBe('bill');
  await page.reload();
  await settled(page);
  expect([await search.inputValue(), await rows.count()]).toEqual(['bill', found]);
  const copied = await hospital.visit(page.url().slice(hospital.app.url.length));
  expect(await copied.getByRole('searchbox').inputValue()).toBe('');
  expect(hospital.troubles()).toEqual([]);
});
