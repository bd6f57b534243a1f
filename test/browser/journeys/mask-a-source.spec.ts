import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { SourceMaskingDto } from '#contracts/masking.dto.ts';
import { signedIn } from '../../app/signed-in.ts';
import { openTestApp, type TestApp } from '../../app/test-app.ts';
import { send, setUpOrganisation } from '../../ingest/lakeside.ts';
import { barriersOn } from './barriers.ts';
import { type Hospital, openHospital } from './hospital.ts';

const WEB_FOLDER = join(import.meta.dirname, '../../../dist/web');

async function smallHospital(): Promise<TestApp> {
  const app = await openTestApp({ webFolder: WEB_FOLDER });
  await setUpOrganisation(app);
  return app;
}

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital(smallHospital);
  await hospital.app.inject({ method: 'POST', url: '/api/v1/sources', payload: { code: 'kiosk', name: 'The kiosk' } });
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

const PATH = '/administration/sources/kiosk';

it('a text is tried, a detector taken away and a shape given, and what comes then goes by it', async () => {
  const page = await hospital.visit(PATH);
  const card = page.getByRole('region', { name: 'What is masked' });
  await card.getByLabel('Try it').fill('Dr Smith said to call 0912 345 678 about KX-20451');
  await card.getByRole('button', { name: 'Mask it' }).click();
  await card.getByText('Dr [name] said to call [phone] about KX-20451').waitFor();
  await card.getByLabel('How your hospital’s numbers look').fill('KX#####');
  await card.getByLabel('Names: Comments and reviews').uncheck();
  await card.getByRole('button', { name: 'Mask it' }).click();
  await card.getByText('Dr Smith said to call [phone] about [id]').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await card.getByRole('button', { name: 'Save' }).click();
  await page.getByText('What is masked is saved').first().waitFor();

  const { departments } = (await hospital.app.inject({ url: '/api/v1/organisation' })).json<{
    departments: { code: string }[];
  }>();
  const row = { department: departments[0]?.code, respondedAt: '2026-10-01T09:00:00Z', csat: 4 };
  const comment = 'Dr Smith took KX-20451, call 0912 345 678';
  const sent = await send(hospital.app, 'survey-responses', [{ externalId: '1', ...row, comment }], 'kiosk');
  expect(sent.masked).toEqual({ hospital: 1, phone: 1 });
  await page.reload();
  await card.getByText('Phone numbers 1').waitFor();
  expect(hospital.troubles()).toEqual([]);
});

it('a shape that would find anything is refused in words, and what was typed stays', async () => {
  const page = await hospital.visit(PATH);
  const card = page.getByRole('region', { name: 'What is masked' });
  await card.getByLabel('How your hospital’s numbers look').fill('##');
  await card.getByRole('button', { name: 'Save' }).click();
  await card.getByRole('alert').waitFor();
  expect(await card.getByLabel('How your hospital’s numbers look').inputValue()).toBe('##');
  hospital.troubles();
});

it('who may only read it sees what is masked and can try it', async () => {
  const someone = await signedIn(hospital.app.app, { role: 'quality-manager' });
  const page = await hospital.visit(PATH, { someone });
  const card = page.getByRole('region', { name: 'What is masked' });
  expect(await card.getByLabel('Names: Complaints').isDisabled()).toBe(true);
  expect(await card.getByRole('button', { name: 'Save' }).count()).toBe(0);
  await card.getByLabel('Try it').fill('a.b@mail.example');
  await card.getByRole('button', { name: 'Mask it' }).click();
  await card.getByText('[email]', { exact: true }).last().waitFor();
  expect(hospital.troubles()).toEqual([]);
});

it('the page of what people enter themselves has it too', async () => {
  const narrative = 'Dr Smith did not call 0912 345 678 back';
  const payload = { requestId: randomUUID(), department: 'ward-4b', channel: 'phone', narrative };
  await hospital.app.inject({ method: 'POST', url: '/api/v1/complaints', payload });
  const page = await hospital.visit('/administration/sources/bedside');
  await page.getByRole('region', { name: 'What is masked' }).getByLabel('Names: Complaints').waitFor();
  const { complaints } = (
    await hospital.app.inject({ url: '/api/v1/sources/bedside/masking' })
  ).json<SourceMaskingDto>();
  expect(complaints).not.toContain('name');
  expect(await barriersOn(page)).toEqual([]);
});
