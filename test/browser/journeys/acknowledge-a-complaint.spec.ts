import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { ComplaintDto, ComplaintsPageDto } from '#contracts/complaints.dto.ts';
import { type Hospital, openHospital, settled } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

async function get<Body>(path: string): Promise<Body> {
  return (await hospital.app.inject({ method: 'GET', url: `/api/v1/complaints${path}` })).json<Body>();
}

/** The first complaint of the queue in a stage. */
async function first(stage: string): Promise<number> {
  const { rows } = await get<ComplaintsPageDto>(`?view=open&stage=${stage}&limit=1`);
  return rows[0]?.number ?? 0;
}

const countOf = async (page: Page, view: string): Promise<number> =>
  Number(/\d+/.exec(await page.getByRole('navigation', { name: 'Which complaints' }).getByText(view).innerText())?.[0]);
const stageNow = (page: Page): Promise<string> => page.locator('[aria-current="step"] .name').innerText();
const history = (page: Page) => page.getByRole('region', { name: 'History' }).or(page.locator('section.history'));

it('a complaint is opened from the queue and acknowledged with a note, and the queue knows', async () => {
  const number = await first('received');
  const page = await hospital.visit('/complaints');
  const overdue = await countOf(page, 'Overdue');
  await page.locator(`[data-complaint="${number}"]`).click();
  await page.waitForURL(new RegExp(`/complaints/${number}$`));
  await settled(page);
  expect(await stageNow(page)).toBe('Received');

  await page.getByLabel(/How the patient was told/).fill('Called back, apologised; Rasa looks into it.');
  await page.getByRole('button', { name: /^Acknowledge/ }).click();

  await page.getByText(`C-${number} is acknowledged`, { exact: true }).first().waitFor();
  expect(await stageNow(page)).toBe('Acknowledged');
  const [latest = ''] = await history(page).locator('li').allInnerTexts();
  expect(latest).toMatch(/^Acknowledged\s+Called back, apologised; Rasa looks into it\./);
  await page.waitForFunction(([link, words]) => document.querySelector(link)?.textContent?.includes(words) === true, [
    `[data-complaint="${number}"]`,
    'Acknowledged',
  ] as const);
  expect(await countOf(page, 'Overdue')).toBe(overdue - 1);
  expect((await get<ComplaintDto>(`/${number}`)).stage).toBe('acknowledged');
});

it('of two people at once the slower one is told, keeps every word and can send it after all', async () => {
  const number = await first('acknowledged');
  const [quick, slow] = [await hospital.visit(`/complaints/${number}`), await hospital.visit(`/complaints/${number}`)];
  const words = 'Spoke to the ward; the chart was misread.';
  await slow.getByLabel(/Who looks into it/).fill(words);
  await quick.getByRole('button', { name: /^Investigate/ }).click();
  await quick.getByText(`C-${number} is being investigated`, { exact: true }).first().waitFor();

  await slow.getByRole('button', { name: /^Investigate/ }).click();
  const refusal = slow.getByRole('alert').filter({ hasText: 'Somebody else moved this complaint' });
  await refusal.waitFor();
  expect(await refusal.innerText()).toMatch(/it is now Investigating.*\s+Your words are still here/);
  const note = slow.getByRole('textbox', { name: /happened|said/ });
  expect(await note.inputValue()).toBe(words);
  expect(await stageNow(slow)).toBe('Investigating');

  await slow.getByRole('button', { name: /^Add note/ }).click();
  await history(slow).getByText(words).waitFor();
});

it('a draft is there again after the page was closed', async () => {
  const number = await first('investigating');
  const page = await hospital.visit(`/complaints/${number}`);
  await page.getByRole('textbox', { name: /found/ }).fill('Half a sentence');
  await page.getByText(/^Draft kept/).waitFor();
  await page.reload();
  await settled(page);
  expect(await page.getByRole('textbox', { name: /found/ }).inputValue()).toBe('Half a sentence');
});

it('a keyboard alone is enough, from the queue to the note that was sent', async () => {
  const number = await first('investigating');
  const page = await hospital.visit('/complaints?view=open');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const focused = (what: string) => page.evaluate((selector) => document.activeElement?.matches(selector), what);
  for (let tabs = 0; !(await focused('[data-complaint]')); tabs += 1) {
    expect(tabs).toBeLessThan(20);
    await page.keyboard.press('Tab');
  }
  for (let rows = 0; !(await focused(`[data-complaint="${number}"]`)); rows += 1) {
    expect(rows).toBeLessThan(40);
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/complaints/${number}`));
  await page.waitForFunction(() => document.activeElement?.tagName === 'H1');
  for (let tabs = 0; !(await focused('input[type="radio"]')); tabs += 1) {
    expect(tabs).toBeLessThan(20);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ArrowUp');
  expect(await page.getByRole('heading', { name: 'Add a note' }).count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Asked the pharmacy for its log.');
  await page.keyboard.press('Control+Enter');
  await history(page).getByText('Asked the pharmacy for its log.').waitFor();
});
