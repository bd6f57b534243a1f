import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { AuditPageDto } from '#contracts/audit.dto.ts';
import { signedIn } from '../../app/signed-in.ts';
import { readTable } from '../../metrics/read-table.ts';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

const LABEL = 'Export these numbers (CSV)';

interface Taken {
  name: string;
  head: string[];
  lines: Record<string, string>[];
}

/** Takes a panel's numbers along by keyboard, and reads the file. */
async function take(page: Page, panel: Locator, label = LABEL): Promise<Taken> {
  await panel.getByRole('button', { name: label }).focus();
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  const [head = [], ...lines] = readTable(await readFile(await file.path(), 'utf8'));
  const named = lines.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])));
  return { name: file.suggestedFilename(), head, lines: named };
}

/** The cells of the table that stands in for a panel's chart. */
async function twin(panel: Locator): Promise<string[][]> {
  await panel.getByRole('button', { name: 'Table' }).click();
  const rows = await panel.locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

/** A number as it is shown, to one decimal; other words as they are. */
const shownAs = (cell = ''): string =>
  /^-?\d/.test(cell) ? Number.parseFloat(cell.replace(',', '')).toFixed(1) : cell;

it('the numbers of a chart are in its file as they are on the page, the withheld ones with the reason', async () => {
  const page = await hospital.visit('/this-week');
  const panel = page.locator('#departments');
  const { name, lines } = await take(page, panel);
  expect(name).toMatch(/^bedside-departments-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const shown = await twin(panel);
  expect(lines.map((line) => [line.Department, shownAs(line.Value || line['Why it is withheld'])])).toEqual(
    shown.map(([group, value]) => [group, shownAs(value)]),
  );
  expect(lines.map(({ n }) => n)).toEqual(shown.map(([, , , n = '']) => n.replace(/\D/g, '')));
  expect(lines.some((line) => line['Why it is withheld'] !== '' && line.Value === '')).toBe(true);
  expect(lines.filter((line) => line.Value !== '').length).toBeGreaterThan(5);
  expect(hospital.troubles()).toEqual([]);
});

it('a line over weeks has a line a week, and the trail tells who took it', async () => {
  const page = await hospital.visit('/this-week?site=riverside');
  const panel = page.locator('#satisfaction');
  const { lines } = await take(page, panel);
  const shown = await twin(panel);
  expect(lines.map(({ Value }) => shownAs(Value))).toEqual(shown.map(([, value]) => shownAs(value)));
  expect(lines.length).toBeGreaterThan(5);
  const trail = await hospital.app.inject({ method: 'GET', url: '/api/v1/audit?action=numbers.&limit=1' });
  expect(trail.json<AuditPageDto>().rows[0]).toMatchObject({
    action: 'numbers.exported',
    details: { questions: [{ where: { site: ['riverside'] } }], points: lines.length },
  });
});

it('speaks the language of whoever takes it', async () => {
  const page = await hospital.visit('/touchpoints', { language: 'ur' });
  const panel = page
    .locator('section', { has: page.getByRole('button', { name: 'یہ اعداد برآمد کریں (CSV)' }) })
    .first();
  const { head, lines } = await take(page, panel, 'یہ اعداد برآمد کریں (CSV)');
  expect(head.join()).toMatch(/قدر/);
  expect(head.join()).not.toMatch(/[a-z]{2}/);
  expect(lines.length).toBeGreaterThan(0);
});

it('is offered to those alone who may', async () => {
  for (const [role, offered] of [
    ['quality-manager', true],
    ['auditor', false],
  ] as const) {
    const someone = await signedIn(hospital.app.app, { role });
    const page = await hospital.visit('/this-week', { someone });
    await page.locator('#satisfaction .stage svg').first().waitFor();
    expect([role, (await page.getByRole('button', { name: LABEL }).count()) > 0]).toEqual([role, offered]);
  }
});

it('the records behind a number are put down as exported, also those that are on the page already', async () => {
  const page = await hospital.visit('/records?metric=csat&from=2026-11-09&to=2026-11-16&department=ward-4b');
  const button = page.getByRole('button', { name: 'Export CSV' });
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const lines = readTable(await readFile(await file.path(), 'utf8')).slice(1);
  expect(lines).toHaveLength(await page.locator('main tbody tr').count());
  const trail = await hospital.app.inject({ method: 'GET', url: '/api/v1/audit?action=records.exported&limit=1' });
  expect(trail.json<AuditPageDto>().rows[0]).toMatchObject({ details: { metric: 'csat', listed: lines.length } });
});
