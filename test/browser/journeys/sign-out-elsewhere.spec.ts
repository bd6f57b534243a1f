import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { PASSWORD, addPerson } from '../../sign-in/people.ts';
import { type FrontDoor, openFrontDoor, signIn } from './front-door.ts';

let door: FrontDoor;

beforeAll(async () => {
  door = await openFrontDoor();
});

afterAll(() => door.close());

it('a person sees the browser they left signed in at another desk, and ends it from here', async () => {
  const { email } = await addPerson(door.app);
  const elsewhere = await door.visit('/sign-in', {
    userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0',
  });
  await signIn(elsewhere, email, PASSWORD);
  await elsewhere.waitForURL(`${door.app.url}/this-week`);

  const here = await door.visit('/sign-in?to=/account');
  await signIn(here, email, PASSWORD);
  const rows = here.getByRole('region', { name: 'Where you are signed in' }).getByRole('listitem');
  await rows.nth(1).waitFor();
  expect(await rows.nth(0).textContent()).toMatch(/This one/);
  expect(await rows.nth(1).textContent()).toMatch(/Firefox · Windows/);
  await here.getByRole('button', { name: 'Sign out: Firefox · Windows' }).click();
  await rows.nth(1).waitFor({ state: 'detached' });

  await elsewhere.goto(`${door.app.url}/waits`);
  await elsewhere.waitForURL(/\/sign-in\?to=/);
  expect(door.troubles()).toEqual([]);
}, 120_000);
