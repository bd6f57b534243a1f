import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { type Hospital, openHospital } from './hospital.ts';

let hospital: Hospital;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

it('the page opens with what changed, and where', async () => {
  const page = await hospital.visit('/');
  expect(new URL(page.url()).pathname).toBe('/this-week');
  const title = await page.locator('h1').innerText();
  expect(title).toMatch(/Riverside Hospital/);
  expect(title).toMatch(/longer|worse/);
});

it('each headline stands on its interval and its n', async () => {
  const page = await hospital.visit('/this-week');
  const tiles = await page.getByRole('region', { name: 'Headlines' }).getByRole('link').allInnerTexts();
  expect(tiles).toHaveLength(5);
  for (const tile of tiles) {
    const [name, value, basis, saying] = tile.split('\n').filter((line) => line.trim() !== '');
    expect(name).toMatch(/\w/);
    expect(value).toMatch(/^\d/);
    expect(basis).toMatch(/\d – \d.* · n \d/);
    expect(saying).toMatch(/\w/);
  }
});

it('the list of changes tells the planted stories', async () => {
  const page = await hospital.visit('/this-week');
  const changes = await page.locator('#changes li').allInnerTexts();
  expect(changes.some((change) => /^\W*Riverside Hospital: Median wait/.test(change))).toBe(true);
  expect(changes.some((change) => /Arrival and check-in: CSAT/.test(change))).toBe(true);
});

it('every page is made from here alone, and the browser has nothing to complain of', async () => {
  for (const path of ['/this-week', '/touchpoints', '/waits', '/complaints', '/complaints/numbers', '/nowhere'])
    await hospital.visit(path);
  expect(hospital.troubles()).toEqual([]);
});
