import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

const PLAIN = /[\u2066-\u2069]/g;
const spoken = async (panel: Locator): Promise<string> =>
  ((await panel.locator('[aria-live="assertive"]').textContent()) ?? '').replace(PLAIN, '').trim();

/** Each row of a panel's table, its cells by heading. */
async function tableOf(panel: Locator): Promise<Record<string, string>[]> {
  await panel.getByRole('button', { name: 'Table' }).click();
  const rows = await panel.locator('table').evaluate((table) => {
    const texts = (row: Element): string[] => [...row.children].map((cell) => cell.textContent.trim());
    const [head = [], ...body] = [...table.querySelectorAll('tr')].map(texts);
    return body.map((cells) => Object.fromEntries(cells.map((cell, index) => [head[index] ?? '', cell])));
  });
  await panel.getByRole('button', { name: 'Chart' }).click();
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.replace(PLAIN, '')])),
  );
}

/** What a mark must say to say the same as its row. */
const saysRow = (label: string, { Group = '', Period = '', Value = '', n = '' }: Record<string, string>): boolean =>
  label.includes(Group) &&
  label.includes(Period) &&
  label.includes(`: ${Value}`) &&
  (['', '–'].includes(n) || label.includes(`n ${n}`));

it.each([
  ['satisfaction', 'ArrowLeft'],
  ['departments', 'ArrowUp'],
] as const)('arrows walk the marks of %s, and its table says the same', async (code, back) => {
  const page = await hospital.visit('/this-week');
  const panel = page.locator(`#${code}`);
  // A group nobody answered for stands in the table, but has no mark to stand on.
  const rows = (await tableOf(panel)).filter(({ Value }) => Value !== 'no answers');
  const stage = panel.getByRole('application');
  await stage.focus();
  await stage.press(back);
  const heard: string[] = [await spoken(panel)];
  for (let marks = 1; marks < rows.length; marks += 1) {
    await stage.press(back);
    heard.push(await spoken(panel));
  }
  expect(new Set(heard).size).toBe(rows.length);
  expect(rows.filter((row) => !heard.some((label) => saysRow(label, row)))).toEqual([]);

  const [last = ''] = heard;
  await stage.press(back);
  expect(await spoken(panel)).toBe(heard.at(-1));
  await stage.press('End');
  expect(await spoken(panel)).toBe(last);
});

it('Escape leaves a chart, and nothing is left standing', async () => {
  const page = await hospital.visit('/this-week');
  const panel = page.locator('#satisfaction');
  const stage = panel.getByRole('application');
  await stage.focus();
  await stage.press('ArrowLeft');
  expect(await spoken(panel)).not.toBe('');
  await stage.press('Escape');
  expect(await spoken(panel)).toBe('');
  expect(await stage.evaluate((element) => element === document.activeElement)).toBe(false);
});

it('a chart is a figure with a caption, a summary and keys that are told', async () => {
  const page = await hospital.visit('/this-week');
  const figure = page.locator('#satisfaction figure');
  expect(await figure.locator('figcaption').innerText()).toMatch(/CSAT, by week/);
  const stage = figure.getByRole('application', { name: /CSAT from .* lowest \d.*highest \d.*last \d/ });
  const keys = await stage.getAttribute('aria-describedby');
  expect(await page.locator(`[id="${keys}"]`).textContent()).toMatch(/Arrow keys.*Enter.*Escape/);
});

it('a heatmap is one stop for Tab, arrows move in it, and its table says the same', async () => {
  const page = await hospital.visit('/this-week');
  const panel = page.locator('#touchpoints');
  expect(await panel.locator('[data-cell][tabindex="0"]').count()).toBe(1);
  const rows = await tableOf(panel);
  const labels = await panel
    .locator('[data-cell]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''));
  expect(rows).toHaveLength(labels.length);
  expect(rows.filter((row) => !labels.some((label) => saysRow(label.replace(PLAIN, ''), row)))).toEqual([]);

  await panel.locator('[data-cell="0:0"]').focus();
  const at = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null);
  const walk = ['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'End', 'ArrowRight', 'Home'];
  const stops: (string | null)[] = [];
  for (const key of walk) {
    await page.keyboard.press(key);
    stops.push(await at());
  }
  expect(stops).toEqual(['0:1', '0:2', '1:2', '1:1', '0:1', '0:12', '0:12', '0:0']);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/records\?metric=csat&.*touchpoint=/);
});
