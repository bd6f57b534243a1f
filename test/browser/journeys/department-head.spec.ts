import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Hospital, openHospital, settled } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterAll(() => hospital.close());

it('a head gets from a red cell to what patients wrote about it in two clicks', async () => {
  const page = await hospital.visit('/this-week?site=riverside');
  const red = page.locator('#touchpoints a.concern').last();
  expect(await red.getAttribute('aria-label')).toMatch(/Arrival and check-in.*Week 46.*Signal: concern/);

  await red.click();
  await page.getByRole('button', { name: 'With words only' }).click();

  await page.waitForURL(/withWords=true/);
  await settled(page);
  await page.locator('main blockquote').first().waitFor();
  const asked = new URL(page.url()).searchParams;
  expect(asked.get('site')).toBe('riverside');
  expect(asked.get('touchpoint')).toBe('check-in');
  expect(asked.get('from')).toBe('2026-11-09');
  const rows = page.locator('main tbody tr');
  await page.getByText(/^\d+ of \d+ shown$/).waitFor();
  expect(await rows.count()).toBeGreaterThan(0);
  expect(await rows.locator('blockquote').count()).toBe(await rows.count());
});
