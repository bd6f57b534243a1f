import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { HOME_ORGANISATION_ID, HOME_SCOPE } from '../../../apps/api/src/access/access.ts';
import { barriersOn } from './barriers.ts';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
  await hospital.app.database.inScope(HOME_SCOPE, ({ query }) =>
    query(
      `insert into source (organisation_id, id, code, name)
       select $1, gen_random_uuid(), 'clinic-' || n, 'Clinic ' || n from generate_series(1, 100) n`,
      [HOME_ORGANISATION_ID],
    ),
  );
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

it('one of a hundred sources is searched for, opened and given a key', async () => {
  const page = await hospital.visit('/administration/sources');
  const lines = page.locator('[data-source]');
  expect(await lines.count()).toBeGreaterThan(100);
  await page.getByRole('searchbox', { name: 'Search name, code or key' }).fill('clinic 73');
  await page.getByText('1 source', { exact: true }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Clinic 73' }).click();
  await page.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What uses it').fill('Nightly');
  await dialog.getByRole('button', { name: 'New key' }).click();
  await dialog.getByLabel('Key', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('link', { name: 'All sources' }).click();
  await page.getByLabel('Which sources').selectOption('live-key');
  await page.locator('[data-source="clinic-73"]').waitFor();
  expect(await page.locator('[data-source="clinic-72"]').count()).toBe(0);
});

it('a source that nobody has is not found, and the list is a step away', async () => {
  const page = await hospital.visit('/administration/sources/nobody');
  await page.getByText('There is no such source').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'All sources' }).click();
  await page.locator('[data-source="clinic-1"]').waitFor();
});

it('no source fits what nobody is called', async () => {
  const page = await hospital.visit('/administration/sources');
  await page.getByRole('searchbox', { name: 'Search name, code or key' }).fill('zzzz');
  await page.getByText('No source fits').waitFor();
});
