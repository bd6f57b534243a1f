import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ComplaintsPageDto } from '#contracts/complaints.dto.ts';
import { signedIn } from '../../app/signed-in.ts';
import { injectAs } from '../../app/test-app.ts';
import { type Hospital, openHospital, settled } from './hospital.ts';

let hospital: Hospital;
let number: number;

beforeAll(async () => {
  hospital = await openHospital();
  const someone = await signedIn(hospital.app.app, { role: 'quality-manager', name: 'Ona Petraitė' });
  const inject = injectAs(hospital.app.app, someone);
  const queue = await inject({ method: 'GET', url: '/api/v1/complaints?view=closed&limit=2' });
  number = queue.json<ComplaintsPageDto>().rows[0]?.number ?? 0;
  await inject({ method: 'GET', url: `/api/v1/complaints/${number}` });
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

const sentences = (page: Page) => page.locator('ol summary').allInnerTexts();

it('from a complaint to everybody who saw it, and to what one of them did', async () => {
  const page = await hospital.visit(`/complaints/${number}`);
  await page.getByRole('link', { name: 'Who saw this record' }).click();
  await page.waitForURL(/\/administration\/audit\?record=/);
  await settled(page);
  await page
    .getByText(/opened complaint/)
    .first()
    .waitFor();
  const said = (await sentences(page)).join('\n').replace(/[\u2066-\u2069]/g, '');
  expect(said).toContain(`Rasa Test opened complaint C-${number}`);
  expect(said).toContain(`Ona Petraitė opened complaint C-${number}`);
  expect(said).toContain('127.0.0.1');

  await page.getByLabel('Who', { exact: true }).selectOption({ label: 'Ona Petraitė' });
  await page.waitForURL(/actor=/);
  await page.waitForFunction(() => !document.querySelector('ol')?.textContent?.includes('Rasa Test'));
  await page.locator('ol summary').first().click();
  await page.getByText('complaint.read', { exact: false }).first().waitFor();
  await page.goBack();
  await page.locator('ol summary').filter({ hasText: 'Rasa Test' }).first().waitFor();
});

it('verified on demand, searched by name and kind, and exported', async () => {
  const page = await hospital.visit('/administration/audit');
  await page.getByRole('button', { name: 'Verify now' }).click();
  await page.getByText(/^As it was written, up to/).waitFor();

  await page.getByLabel('Name').fill('petrait');
  await page.getByText('The words are not in this page’s address').waitFor();
  await page.getByLabel('What', { exact: true }).selectOption('complaint');
  await page.waitForURL(/action=complaint\./);
  await page.getByText(/looked at the queue; complaints shown: 2/).waitFor();
  expect(await sentences(page)).toHaveLength(2);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.waitForURL((url) => url.search === '');

  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Export' }).click()]);
  expect(file.suggestedFilename()).toBe('audit-trail.ndjson');
  expect(await readFile(await file.path(), 'utf8')).toContain('"bedside":"audit-export"');
});

it('everything one account read, on the page and as a table to take along', async () => {
  const page = await hospital.visit('/administration/audit?show=breach');
  await page.getByRole('button', { name: 'Show' }).click();
  await page
    .getByRole('alert')
    .getByText(/Choose whose reading/)
    .waitFor();
  await page.getByLabel('Account or key', { exact: true }).selectOption({ label: 'Ona Petraitė' });
  await page.getByLabel('From').fill('2026-01-01');
  await page.getByLabel('Through').fill('2099-12-31');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('heading', { name: /Ona Petraitė/ }).waitFor();
  expect(await page.getByRole('row', { name: new RegExp(`Complaint C-${number}`) }).innerText()).toMatch(/\b2\b/);

  const link = page.getByRole('link', { name: 'As table (CSV)' });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const table = await readFile(await file.path(), 'utf8');
  expect(table).toContain(`complaint,C-${number},`);
  expect(table.trimEnd().split('\r\n')).toHaveLength(2 + 2);
});

it('is not offered to those who may not read it', async () => {
  const someone = await signedIn(hospital.app.app, { role: 'quality-manager' });
  const page = await hospital.visit(`/complaints/${number}`, { someone });
  expect(await page.getByRole('link', { name: 'Who saw this record' }).count()).toBe(0);
  await page.goto(`${hospital.app.url}/administration/audit`);
  await settled(page);
  expect(page.url()).toContain('/not-allowed');
  expect(hospital.troubles()).toEqual([]);
});
