import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { signedIn } from '../../app/signed-in.ts';
import { type Hospital, openHospital, settled } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

async function staffOf(department: string) {
  const scope = { organisationId: '0bed51de-0000-4000-8000-000000000001', departmentIds: 'all' as const };
  const [row] = await hospital.app.database.inScope(scope, ({ query }) =>
    query<{ id: string }>('select id from department where organisation_id = $1 and code = $2', [
      scope.organisationId,
      department,
    ]),
  );
  return signedIn(hospital.app.app, { role: 'staff', departmentIds: [row?.id ?? ''] });
}

it('staff take down a call in under a minute, on a phone, and find it in the queue', async () => {
  const page = await hospital.visit('/complaints', {
    someone: await staffOf('billing-office'),
    width: 360,
    height: 780,
  });
  await page.getByRole('link', { name: 'Log a complaint' }).click();
  await page.getByRole('button', { name: 'Log the complaint' }).click();
  expect(await page.getByText('Write what the patient said.').isVisible()).toBe(true);
  await page.getByLabel('What the patient said').fill('Charged twice for one visit.');
  await page.reload();
  await settled(page);
  expect(await page.getByLabel('What the patient said').inputValue()).toBe('Charged twice for one visit.');
  const departments = page.getByLabel('Department it is about');
  expect((await departments.locator('option').allInnerTexts()).length).toBeGreaterThan(1);
  await departments.selectOption({ label: 'Billing Office' });
  await page.getByLabel('Came by').selectOption({ label: 'Phone' });
  await page.getByText('Billing', { exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('heading', { name: 'Charged twice for one visit.' }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/complaints\/\d+$/);
  expect(await page.getByText('Came by').locator('xpath=following-sibling::dd[1]').innerText()).toBe('Phone');
  expect(hospital.troubles()).toEqual([]);
});
