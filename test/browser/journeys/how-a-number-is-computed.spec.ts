import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { ExplanationDto } from '#contracts/explanation.dto.ts';
import { recomputed } from '#metrics/recompute.ts';
import { barriersOn } from './barriers.ts';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

it('opens beside a number by keyboard, tells what it is made of, and saves what makes it again', async () => {
  const page = await hospital.visit('/this-week');
  const opener = page.getByRole('button', { name: /^How is this computed\? CSAT, Week \d+/ }).first();
  await opener.focus();
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: 'How this is computed: CSAT' });
  await drawer.getByText('100 · [satisfied: 4 or 5] / [answers 1–5]').waitFor();
  expect(await drawer.getByText('Responses that did not answer this question').count()).toBe(1);
  expect(await barriersOn(page)).toEqual([]);

  const save = drawer.getByRole('button', { name: 'Save as JSON' });
  const [file] = await Promise.all([page.waitForEvent('download'), save.press('Enter')]);
  const saved = JSON.parse(await readFile(await file.path(), 'utf8')) as ExplanationDto;
  const again = recomputed(saved) ?? [];
  expect([again.length > 4, again.filter(({ equal }) => !equal)]).toEqual([true, []]);

  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(hospital.troubles()).toEqual([]);
});
