import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { signedIn } from '../../app/signed-in.ts';
import { openTestApp } from '../../app/test-app.ts';
import { barriersOn } from './barriers.ts';
import { type Hospital, openHospital } from './hospital.ts';

const WEB_FOLDER = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital(() => openTestApp({ webFolder: WEB_FOLDER }));
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

it('others are told whom to ask while there is no site', async () => {
  const someone = await signedIn(hospital.app.app, { role: 'quality-manager' });
  const page = await hospital.visit('/this-week', { someone });
  await page.getByText('There is no site yet').waitFor();
  expect(await page.locator('main').innerText()).toContain('administrator');
  expect(await page.getByRole('link', { name: 'Add a site' }).count()).toBe(0);
  expect(await barriersOn(page)).toEqual([]);
});

it('an administrator is led from an empty first page to a first site and a first source', async () => {
  const page = await hospital.visit('/this-week', { width: 360 });
  await page.getByText('There is no site yet').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  expect(await page.getByText('nothing at this address').count()).toBe(0);
  await page.getByRole('link', { name: 'Connect a source' }).click();
  await page.waitForURL('**/administration/sources');
  await page.goBack();
  await page.getByRole('link', { name: 'Add a site' }).click();
  await page.getByText('Set up your organisation').first().waitFor();
});
