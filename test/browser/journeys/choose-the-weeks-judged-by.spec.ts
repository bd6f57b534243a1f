import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
}, 120_000);

afterAll(() => hospital.close());

it('a change is marked with a note, stands at the chart, and is undone', async () => {
  const page = await hospital.visit('/this-week');
  const panel = page.locator('#satisfaction');
  await panel.getByRole('button', { name: 'How weeks are judged' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('fewer than 1 of 1,000').waitFor();
  await dialog.getByText('Something changed for good').click();
  await dialog.getByRole('button', { name: 'Judge so from now on' }).click();
  await dialog.getByText('Say why in a few words.').waitFor();
  await dialog.getByLabel('Changed on').fill('2026-08-05');
  await dialog.getByLabel('Why').fill('New triage desk');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await panel.getByText('New baseline since 5 Aug 2026: New triage desk.').waitFor();
  await panel.locator('svg text', { hasText: 'New triage desk' }).first().waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await panel.getByText('New triage desk').first().waitFor({ state: 'detached' });
  expect(hospital.troubles()).toEqual([]);
});

it('the NHS view says that it is a second one, and what its icons mean', async () => {
  const page = await hospital.visit('/this-week');
  const panel = page.locator('#satisfaction');
  await panel.getByRole('button', { name: 'NHS view (XmR)' }).click();
  await panel.getByText('It never feeds alerts or lists of changes.').waitFor();
  expect(await panel.getByText('Assurance: no target to compare with.').count()).toBeGreaterThan(0);
  expect(await panel.getByText(/^Variation: /).count()).toBeGreaterThan(0);
  expect(hospital.troubles()).toEqual([]);
});
