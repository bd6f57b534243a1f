import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { barriersOn } from './barriers.ts';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});
afterEach(() => hospital.empty());
afterAll(() => hospital.close());

it('the numbers a late source feeds say so, and lead to it', async () => {
  const page = await hospital.visit('/waits');
  await page
    .getByText(/phone-system is late/i)
    .first()
    .waitFor();
  await page.getByRole('link', { name: 'phone-system' }).first().click();
  await page.waitForURL('**/administration/sources/phone-system');
});

it('a late source is found in the list, and what is expected of it is put right on its page', async () => {
  const page = await hospital.visit('/administration/sources');
  await page.getByLabel('Which sources').selectOption('troubled');
  const line = page.locator('[data-source="phone-system"]');
  await line.getByText('Late', { exact: true }).waitFor();
  await line.getByRole('link').click();
  const deliveries = page.getByRole('region', { name: 'Deliveries', exact: true });
  await deliveries.getByText(/^Late since/).waitFor();
  await deliveries.getByRole('button', { name: 'Table' }).click();
  expect(await deliveries.getByRole('row').count()).toBe(57);
  expect(await barriersOn(page)).toEqual([]);
  await deliveries.getByRole('button', { name: 'How often it should deliver' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Rhythm').selectOption({ label: 'Every week' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await deliveries.getByText('It delivers as it should.').waitFor();
  await page.goBack();
  await page.locator('[data-source="phone-system"]').getByText('On time').waitFor();
});
