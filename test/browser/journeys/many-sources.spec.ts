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

it('one of a hundred sources is searched for, unfolded and given a key', async () => {
  const page = await hospital.visit('/administration/sources');
  const cards = page.locator('[data-source]');
  expect(await cards.count()).toBeGreaterThan(100);
  expect(await page.getByRole('button', { name: 'New key' }).count()).toBe(0);
  await page.getByRole('searchbox', { name: 'Search name, code or key' }).fill('clinic 73');
  await page.getByText('1 source', { exact: true }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Clinic 73' }).click();
  await page.locator('[data-source="clinic-73"]').getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What uses it').fill('Nightly');
  await dialog.getByRole('button', { name: 'New key' }).click();
  await dialog.getByLabel('Key', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('searchbox', { name: 'Search name, code or key' }).fill('');
  await page.getByLabel('Which sources').selectOption('live-key');
  await page.locator('[data-source="clinic-73"]').waitFor();
  expect(await page.locator('[data-source="clinic-72"]').count()).toBe(0);
});

it('no source fits what nobody is called', async () => {
  const page = await hospital.visit('/administration/sources');
  await page.getByRole('searchbox', { name: 'Search name, code or key' }).fill('zzzz');
  await page.getByText('No source fits').waitFor();
});
