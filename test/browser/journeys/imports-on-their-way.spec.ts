import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ImportsDto } from '#contracts/imports.dto.ts';
import { openTestApp } from '../../app/test-app.ts';
import { setUpOrganisation } from '../../ingest/lakeside.ts';
import { barriersOn } from './barriers.ts';
import { type FileToImport, manyWaits, thaiSurvey } from './files-to-import.ts';
import { type Hospital, openHospital, settled } from './hospital.ts';

const WEB_FOLDER = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital(() => openTestApp({ webFolder: WEB_FOLDER, worker: true }));
  await setUpOrganisation(hospital.app);
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

const choose = (page: Page, file: FileToImport, label: string | RegExp = 'Choose a file'): Promise<void> =>
  page.getByLabel(label).last().setInputFiles([file]);

/** Sends a file of waits and begins to import it. */
async function beginWaits(page: Page, rows: number, from = 0): Promise<void> {
  await choose(page, manyWaits(rows, from));
  await page.getByLabel('Rows without a site belong to').selectOption({ label: 'Riverside Hospital' });
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
}

it('an upload that a reload broke off goes on with the same file, and with no other', async () => {
  const page = await hospital.visit('/imports');
  const file = manyWaits(60_000);
  let pieces = 0;
  await page.route('**/bytes?**', (route) => {
    pieces += 1;
    return pieces <= 1 ? route.continue() : route.abort();
  });
  await choose(page, file);
  await page.getByText('The connection broke').waitFor();
  await page.unroute('**/bytes?**');
  await page.reload();
  await settled(page);
  await page.getByText('A browser forgets a file').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await choose(page, { ...thaiSurvey(), name: file.name }, /^Choose it again/);
  await page.getByRole('alert').getByText('This is another file').waitFor();
  await choose(page, { ...file, name: 'other.csv' }, /^Choose it again/);
  await page.getByRole('alert').getByText('Choose that, or drop this one').waitFor();
  const sent: number[] = [];
  page.on('request', (request) => {
    const { searchParams, pathname } = new URL(request.url());
    if (pathname.endsWith('/bytes')) sent.push(Number(searchParams.get('offset')));
  });
  await choose(page, file, /^Choose it again/);
  await page.getByText('Before it goes in').waitFor();
  expect(sent[0]).toBeGreaterThan(0);
  await page.goto(`${hospital.app.url}/imports`);
  await page.getByText('Begun and not finished').waitFor();
  await page.getByRole('button', { name: 'Throw it away' }).click();
  await page.getByRole('button', { name: 'Yes, Throw it away' }).click();
  await page.getByText('Begun and not finished').waitFor({ state: 'detached' });
  hospital.troubles();
}, 120_000);

it('an import can be left and come back to, and stopped', async () => {
  const page = await hospital.visit('/imports');
  await beginWaits(page, 400_000);
  await page.getByRole('progressbar').waitFor();
  const { pathname } = new URL(page.url());
  await page.goto(`${hospital.app.url}/waits`);
  await page.goto(`${hospital.app.url}${pathname}`);
  await page.getByRole('progressbar').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByText('Rows that are in stay in').waitFor();
  await page.getByRole('button', { name: 'Yes, Stop' }).click();
  await page.getByText('It was stopped.').waitFor();
  expect(hospital.troubles()).toEqual([]);
}, 120_000);

it('an import is taken back as a whole, once somebody has said so twice', async () => {
  const page = await hospital.visit('/imports', { width: 360 });
  await beginWaits(page, 500, 1_000_000);
  await page.getByText('Done', { exact: true }).first().waitFor();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await page.getByText('All of it goes').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Yes, Take it back' }).click();
  await page.getByText('No number holds any of it').waitFor();
  await page.getByRole('link', { name: 'All imports' }).click();
  const row = page.locator('[data-import]').first();
  await row.getByText('Taken back').waitFor();
  const answer = await hospital.app.inject({ method: 'GET', url: '/api/v1/imports' });
  expect(answer.json<ImportsDto>().imports[0]).toMatchObject({ state: 'undone', kept: 0 });
  expect(hospital.troubles()).toEqual([]);
}, 120_000);

it('the second file of a source is read as the first was', async () => {
  const page = await hospital.visit('/imports');
  await choose(page, manyWaits(500));
  await page.getByText('Read as the last file of this source was').waitFor();
  expect(
    await page
      .getByLabel(/^Source/)
      .first()
      .inputValue(),
  ).toBe('waits');
  await page.getByRole('button', { name: 'Propose anew' }).click();
  await page.getByText('Read as the last file').waitFor({ state: 'detached' });
  expect(hospital.troubles()).toEqual([]);
}, 60_000);

it('a file without rows, or read as what it is not, is refused in words and can be read otherwise', async () => {
  const page = await hospital.visit('/imports');
  await choose(page, { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
  await page.getByRole('alert').getByText('empty.csv is empty').waitFor();
  await choose(page, { name: 'plain.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\r\n1,2\r\n') });
  await page.getByText('What is one row?').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Read it differently' }).click();
  await page.getByLabel('Format').selectOption({ label: 'Qualtrics' });
  await page.getByRole('alert').getByText('Export it in Qualtrics').waitFor();
  await page.getByLabel('Format').selectOption({ label: 'As the file shows' });
  await page.getByText('What is one row?').waitFor();
  hospital.troubles();
}, 60_000);
