import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import type { SettingsDto } from '#contracts/settings.dto.ts';
import { type Hospital, openHospital, settled } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

const read = async <Body>(path: string): Promise<Body> =>
  (await hospital.app.inject({ method: 'GET', url: `/api/v1/${path}` })).json<Body>();

it('an administrator invites a department head, who comes in by the link', async () => {
  const page = await hospital.visit('/administration/people');
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Email').fill('linas@hospital.example');
  await dialog.getByLabel('Name', { exact: true }).fill('Linas');
  await dialog.getByRole('button', { name: 'Invite' }).click();
  await dialog.getByText('Choose at least one department.').waitFor();
  await dialog.getByLabel('Ward 4B').check();
  await dialog.getByRole('button', { name: 'Invite' }).click();
  const link = await dialog.getByLabel('Link for Linas').innerText();
  expect(link).toMatch(/\/invitation#/);

  const guest = await hospital.visit(new URL(link).pathname, { someone: null });
  await guest.goto(`${hospital.app.url}${link.slice(link.indexOf('/invitation'))}`);
  await guest.reload();
  await settled(guest);
  const secret = 'a quiet corridor at noon';
  for (const field of await guest.locator('input[type="password"]').all()) await field.fill(secret);
  await guest.locator('form button[type="submit"]').click();
  await guest.waitForURL((url) => !url.pathname.startsWith('/invitation'));
  await settled(guest);

  await page.reload();
  const row = page.getByRole('row').filter({ hasText: 'linas@hospital.example' });
  await row.getByText('Active', { exact: true }).waitFor();
  await row.getByText('Ward 4B').waitFor();
});

it('a key is shown once, sends rows, and is refused once revoked', async () => {
  const page = await hospital.visit('/administration/sources');
  await page.locator('[data-source="survey-tool"]').getByRole('link').click();
  await page.waitForURL('**/administration/sources/survey-tool');
  await page.goBack();
  await page.locator('[data-source="survey-tool"]').getByRole('link').click();
  const keys = page.getByRole('region', { name: 'Keys' });
  await keys.getByRole('button', { name: 'New key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What uses it').fill('Nightly');
  await dialog.getByRole('button', { name: 'New key' }).click();
  const secret = await dialog.getByLabel('Key', { exact: true }).innerText();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  expect(await page.content()).not.toContain(secret);

  const send = async (): Promise<number> => {
    const answer = await fetch(`${hospital.app.url}/api/v1/ingest/survey-responses?source=survey-tool`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify([{ externalId: 'k1', department: 'ward-4b', respondedAt: '2026-11-10T09:00:00Z', csat: 5 }]),
    });
    return answer.status;
  };
  expect(await send()).toBe(200);
  await keys.getByRole('button', { name: 'Revoke' }).click();
  await keys.getByRole('button', { name: 'Yes, Revoke' }).click();
  await keys.getByText('Revoked', { exact: true }).waitFor();
  expect(await send()).toBe(401);
});

it('a department gets another name, everywhere', async () => {
  const page = await hospital.visit('/administration/departments');
  await page.getByRole('button', { name: 'Edit Ward 2A' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Ward 2A, short stay');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Edit Ward 2A, short stay' }).waitFor();
  const { departments } = await read<OrganisationDto>('organisation');
  expect(departments).toContainEqual(expect.objectContaining({ code: 'ward-2a', name: 'Ward 2A, short stay' }));
});

it('a step of the journey moves up by a button', async () => {
  const page = await hospital.visit('/administration/touchpoints');
  const first = () => page.locator('[data-touchpoint]').first().getAttribute('data-touchpoint');
  expect(await first()).toBe('discovery');
  await page.getByRole('button', { name: 'Move Making the appointment up' }).click();
  await page.waitForFunction(() =>
    document.querySelector('[data-touchpoint]')?.matches('[data-touchpoint="scheduling"]'),
  );
});

it('a target is changed and a refusal keeps what was typed', async () => {
  const page = await hospital.visit('/administration/settings');
  const answer = page.getByLabel('Answer within (working days)');
  await answer.fill('2');
  const save = page.getByRole('region', { name: 'Complaints' }).getByRole('button', { name: 'Save' });
  await save.click();
  await page.getByText('answerWithinDays must not be less than acknowledgeWithinDays').waitFor();
  await answer.fill('15');
  await save.click();
  await page.getByText('Saved', { exact: true }).first().waitFor();
  expect((await read<SettingsDto>('settings')).targets).toMatchObject({ answerWithinDays: 15 });
});
