import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { MetricAnswerDto } from '#contracts/metric-answer.dto.ts';
import { openTestApp, type TestApp } from '../../app/test-app.ts';
import { send, setUpOrganisation } from '../../ingest/lakeside.ts';
import { barriersOn } from './barriers.ts';
import { type Hospital, openHospital } from './hospital.ts';

const WEB_FOLDER = join(import.meta.dirname, '../../../dist/web');
const AT = '2026-10-01T09:00:00Z';

async function smallHospital(): Promise<TestApp> {
  const app = await openTestApp({ webFolder: WEB_FOLDER });
  await setUpOrganisation(app);
  return app;
}

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital(smallHospital);
  const row = (nth: number) => ({
    externalId: `r${nth}`,
    department: 'Ward Four',
    respondedAt: AT,
    csat: (nth % 5) + 1,
  });
  const rows = Array.from({ length: 18 }, (_, nth) => row(nth));
  const good = Array.from({ length: 12 }, (_, nth) => ({ ...row(nth), externalId: `g${nth}`, department: 'ward-4b' }));
  await send(
    hospital.app,
    'survey-responses',
    [...good, ...rows, { ...row(90), department: 'ward-4b', csat: 9 }],
    'kiosk',
  );
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

/** How many answers the numbers rest on. */
async function answersCounted(): Promise<number> {
  const question = { metrics: ['responses'], grain: 'total', from: '2026-09-28', to: '2026-10-05' };
  const answer = await hospital.app.inject({ method: 'POST', url: '/api/v1/metrics/query', payload: question });
  const { answers } = answer.json<{ answers: MetricAnswerDto[] }>();
  return answers.flatMap(({ points }) => points).reduce((sum, { n }) => sum + (n ?? 0), 0);
}

it('one text is said what it stands for, and all rows that say so go in and count', async () => {
  const page = await hospital.visit('/this-week');
  await page.getByRole('link', { name: 'Set aside' }).click();
  await page.getByRole('button', { name: /Department No such department/ }).click();
  await page.waitForURL(/\/quarantine\?.*code=unknown-department/);
  expect(page.url()).not.toMatch(/Ward/);
  const rows = page.getByRole('list', { name: 'Rows' });
  await rows
    .getByRole('button', { name: /Ward Four/ })
    .first()
    .focus();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByText('17 further rows say the same').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  const before = await answersCounted();
  await page.getByLabel('It stands for').selectOption({ label: 'Ward 4B · Riverside Hospital' });
  await page.getByRole('button', { name: 'Mend and drive in all 18' }).click();
  await page.getByText('18 rows went in.').waitFor();
  expect(await answersCounted()).toBe(before + 18);
  expect(hospital.troubles()).toEqual([]);
});

it('one row is mended where it is wrong, and goes in', async () => {
  const page = await hospital.visit('/quarantine');
  await page.getByRole('button', { name: /Satisfaction 9/ }).click();
  await page.getByText('Outside its scale').last().waitFor();
  const before = await answersCounted();
  await page.getByLabel('Satisfaction').first().selectOption('4');
  await page.getByRole('button', { name: 'Mend and drive in' }).click();
  await page.getByText('1 row went in.').waitFor();
  await page.getByText('Nothing is set aside', { exact: true }).waitFor();
  expect(await answersCounted()).toBe(before + 1);
  expect(hospital.troubles()).toEqual([]);
});

it('a row is left out with a reason, and that is taken back', async () => {
  await send(hospital.app, 'survey-responses', [{ department: 'Ward Five', respondedAt: AT, csat: 3 }], 'kiosk');
  const page = await hospital.visit('/quarantine');
  await page.getByRole('button', { name: /Ward Five/ }).click();
  await page.getByRole('button', { name: 'Leave 1 row out' }).last().click();
  await page.getByLabel('Why does this row stay out?').last().fill('a try');
  await page.getByRole('button', { name: 'Leave out', exact: true }).click();
  await page.getByText('1 row is left out.').waitFor();
  await page.getByRole('button', { name: 'Take that back' }).click();
  await page.getByRole('button', { name: /Ward Five/ }).waitFor();
  expect(hospital.troubles()).toEqual([]);
});
