import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { HOME_SCOPE } from '../../../apps/api/src/access/access.ts';
import { verifyRollups } from '../../../apps/api/src/facts/verify.ts';
import { send } from '../../ingest/lakeside.ts';
import { IDENTIFIER, tablesWith } from '../../patients/patient.ts';
import { type Hospital, openHospital } from './hospital.ts';

const PATH = '/administration/patients';
const WARD = { department: 'ward-4b', visit: IDENTIFIER };

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
  const comment = 'Nobody told us how long it would take';
  const scores = { 'check-in': 2, listening: 5 };
  const answers = [
    { externalId: 'p-1', ...WARD, respondedAt: '2026-11-03T08:00:00Z', csat: 2, nps: 4, fft: 'poor', comment, scores },
    { externalId: 'p-2', ...WARD, respondedAt: 'unknown', csat: 2, comment },
    { externalId: 'p-3', department: 'ward-4b', respondedAt: '2026-11-05T08:00:00Z', comment: `I am ${IDENTIFIER}` },
  ];
  const waits = [{ externalId: 'p-1', ...WARD, startedAt: '2026-11-02T07:00:00Z', waitMinutes: 95 }];
  const complaints = [
    { externalId: 'p-1', ...WARD, receivedAt: '2026-11-05T08:00:00Z', narrative: comment, title: 'A long wait' },
  ];
  const note = 'Rang the patient and apologised';
  const steps = [
    { externalId: 'p-1', complaint: 'p-1', happenedAt: '2026-11-06T08:00:00Z', stage: 'acknowledged', note },
  ];
  const sent = { 'survey-responses': answers, waits, complaints, 'complaint-events': steps };
  for (const [kind, rows] of Object.entries(sent)) await send(hospital.app, kind, rows);
});

afterAll(() => hospital.close());

async function lookUp(page: Page): Promise<void> {
  await page.getByRole('textbox').fill(IDENTIFIER);
  await page.keyboard.press('Enter');
  await page.getByRole('table').waitFor();
}

it('a quality manager looks a patient up, hands their data over, and erases it', async () => {
  const page = await hospital.visit(PATH);
  await lookUp(page);
  expect(page.url()).not.toContain(IDENTIFIER);
  expect(await page.getByRole('row').allInnerTexts()).toHaveLength(6);

  await page.getByRole('button', { name: 'Show everything' }).click();
  const sheet = page.getByRole('region', { name: 'Everything held about the patient' });
  await sheet.waitFor();
  const said = await sheet.innerText();
  for (const words of ['Ward 4B', 'A long wait', 'Rang the patient', 'Listening 5', 'Poor'])
    expect(said).toContain(words);
  expect(await new AxeBuilder({ page }).setLegacyMode(true).analyze()).toMatchObject({ violations: [] });

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as data (JSON)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('patient.json');
  expect(JSON.parse(await readFile(await download.path(), 'utf8')).records).toHaveLength(3);

  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('heading', { name: 'Erase it all' }).isVisible()).toBe(false);
  expect(await sheet.isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });

  await page.getByLabel('Reason').fill('Asked by letter of 16 November');
  await page.getByLabel('Type the identifier once more').fill('MRN-1');
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText('This is not the identifier').waitFor();
  await page.getByLabel('Type the identifier once more').fill(IDENTIFIER);
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await page.getByText('5 rows are erased').waitFor();
  expect(await tablesWith(hospital.app, IDENTIFIER)).toEqual(['survey_response']);
  expect(await verifyRollups(hospital.app.database, HOME_SCOPE)).toEqual([]);
  expect(hospital.troubles()).toEqual([]);
});
