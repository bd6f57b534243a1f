import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { HOME_SCOPE } from '../../../apps/api/src/access/access.ts';
import { Clock } from '../../../apps/api/src/clock/clock.ts';
import { OneTimeLinks } from '../../../apps/api/src/sign-in/one-time-links.ts';
import { barriersOn } from './barriers.ts';
import { type FrontDoor, openFrontDoor, signIn, telephoneWith } from './front-door.ts';

const EMAIL = 'rasa@hospital.example';
const PASSWORD = 'four blue herons';

let door: FrontDoor;

beforeAll(async () => {
  door = await openFrontDoor();
});

afterAll(() => door.close());

it('the first administrator comes by the printed link, sets up a second factor, leaves, and comes back with it', async () => {
  const { app } = door;
  const token = await app.database.inScope(HOME_SCOPE, (transaction) =>
    app.app
      .get(OneTimeLinks)
      .create(transaction, { purpose: 'first-administrator', accountId: null, validForHours: 24 }),
  );
  const page = await door.visit(`/first-administrator#${token}`);
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByText('Type your name').waitFor();
  await page.getByLabel('Name').fill('Rasa Kalniņa');
  await page.getByLabel('Email').fill(EMAIL);
  await page.getByLabel('New password').fill('passwordpassword');
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('alert').getByText('everybody tries first').waitFor();
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.waitForURL(`${app.url}/administration/departments`);

  await page.goto(`${app.url}/account`);
  await page.getByRole('button', { name: 'Set it up' }).click();
  await page.getByText('It cannot be scanned?').click();
  expect(await barriersOn(page)).toEqual([]);
  const telephone = telephoneWith((await page.locator('.secret').textContent()) ?? '');
  const first = telephone.codeAt(Date.now());
  await page.getByLabel('Code', { exact: true }).fill(first);
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByText('Keep these recovery codes').waitFor();
  expect(await page.locator('.codes li').count()).toBe(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('10 recovery codes are left').waitFor();

  await page.getByRole('button', { name: /Rasa Kalniņa, Administrator/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL(`${app.url}/sign-in`);
  await page.goto(`${app.url}/waits?site=riverside`);
  await page.waitForURL(/\/sign-in\?to=/);

  await signIn(page, EMAIL, PASSWORD);
  await page.getByRole('heading', { name: 'Now the code from your app' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  // However long all that took, the code that was used is good for nothing more.
  await page.getByLabel('Code', { exact: true }).fill(first);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('alert').getByText('was used already').waitFor();
  const later = Date.now() + 30_000;
  jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(later);
  await page.getByLabel('Code', { exact: true }).fill(telephone.codeAt(later));
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForURL(`${app.url}/waits?site=riverside`);
  jest.restoreAllMocks();
  expect(door.troubles()).toEqual([]);
}, 120_000);
