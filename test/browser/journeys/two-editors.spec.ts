import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import type { SettingsDto } from '#contracts/settings.dto.ts';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

const read = async <Body>(path: string): Promise<Body> =>
  (await hospital.app.inject({ method: 'GET', url: `/api/v1/${path}` })).json<Body>();

const NEWER = 'Look at what it is now';
const BACK = 'Back to what I typed';

it('a department somebody else renames meanwhile: theirs is looked at, and what was typed is not lost', async () => {
  const page = await hospital.visit('/administration/departments');
  await page.getByRole('button', { name: 'Edit Ward 2A' }).click();
  const dialog = page.getByRole('dialog');
  const name = dialog.getByLabel('Name', { exact: true });
  await name.fill('Ward 2A, day patients');
  const theirs = { name: 'Ward 2A, surgery' };
  await hospital.app.inject({ method: 'PATCH', url: '/api/v1/departments/ward-2a', payload: theirs });
  const save = dialog.getByRole('button', { name: 'Save' });
  await save.click();
  await dialog.getByText('Somebody else changed this meanwhile').waitFor();
  expect(await name.inputValue()).toBe('Ward 2A, day patients');
  await dialog.getByRole('button', { name: NEWER }).click();
  expect(await name.inputValue()).toBe('Ward 2A, surgery');
  await dialog.getByRole('button', { name: BACK }).click();
  expect(await name.inputValue()).toBe('Ward 2A, day patients');
  await save.click();
  await page.getByRole('button', { name: 'Edit Ward 2A, day patients' }).waitFor();
  const { departments } = await read<OrganisationDto>('organisation');
  expect(departments).toContainEqual(expect.objectContaining({ code: 'ward-2a', name: 'Ward 2A, day patients' }));
});

it('settings somebody else changes meanwhile: what they set stays until it was looked at', async () => {
  const page = await hospital.visit('/administration/settings');
  const card = page.getByRole('region', { name: 'Complaints' });
  const answer = card.getByLabel('Answer within (working days)');
  await answer.fill('25');
  const { targets } = await read<SettingsDto>('settings');
  const payload = { version: targets.version, answerWithinDays: 40 };
  await hospital.app.inject({ method: 'PATCH', url: '/api/v1/settings/targets', payload });
  await card.getByRole('button', { name: 'Save' }).click();
  await card.getByRole('button', { name: NEWER }).click();
  expect(await answer.inputValue()).toBe('40');
  expect((await read<SettingsDto>('settings')).targets.answerWithinDays).toBe(40);
  await card.getByRole('button', { name: BACK }).click();
  await card.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved', { exact: true }).first().waitFor();
  expect((await read<SettingsDto>('settings')).targets.answerWithinDays).toBe(25);
  expect(await card.getByRole('button', { name: BACK }).count()).toBe(0);
});
