import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { tokenIn } from '../../sign-in/mail-sink.ts';
import { PASSWORD, addPerson } from '../../sign-in/people.ts';
import { barriersOn } from './barriers.ts';
import { type FrontDoor, openFrontDoor, signIn } from './front-door.ts';

let door: FrontDoor;

beforeAll(async () => {
  door = await openFrontDoor();
});

afterAll(() => door.close());

/** Waits until the field of the address holds it: a link tells whose it is a moment after the page is there. */
async function emailIs(page: Page, email: string): Promise<void> {
  const field = await page.getByLabel('Email').elementHandle();
  await page.waitForFunction(([input, value]) => (input as HTMLInputElement).value === value, [field, email] as const);
}

it('somebody who has forgotten their password gets a letter, and is in with a new one', async () => {
  const { email } = await addPerson(door.app, { email: 'jonas@hospital.example' });
  const page = await door.visit('/sign-in?to=/waits');
  await signIn(page, email, 'what was it again');
  await page.getByRole('alert').getByText('do not belong together').waitFor();
  expect(await page.getByLabel('Password', { exact: true }).evaluate((field) => field === document.activeElement)).toBe(
    true,
  );
  await page.getByRole('button', { name: 'Forgotten your password?' }).click();
  await emailIs(page, email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByRole('status').getByText('a letter is on its way').waitFor();
  expect(await barriersOn(page)).toEqual([]);

  const token = tokenIn(await door.sink.letterTo(email));
  await page.goto(`${door.app.url}/reset#${token}`);
  await page.getByLabel('New password').fill('seven quiet otters');
  await emailIs(page, email);
  await page.getByRole('button', { name: 'Keep it and sign in' }).click();
  await page.waitForURL(`${door.app.url}/this-week`);

  const late = await door.visit(`/reset#${token}`);
  await late.getByRole('alert').getByText('used already').waitFor();
  expect(await barriersOn(late)).toEqual([]);
  expect(door.troubles()).toEqual([]);
}, 120_000);

it('signing in leads to a page of ours, wherever a link says', async () => {
  const { email } = await addPerson(door.app);
  const page = await door.visit('/sign-in?to=//evil.example/');
  await signIn(page, email, PASSWORD);
  await page.waitForURL(`${door.app.url}/this-week`);
}, 60_000);
