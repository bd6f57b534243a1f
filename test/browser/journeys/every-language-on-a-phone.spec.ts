import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type Language, LANGUAGES } from '#domain/language.ts';
import { en } from '../../../apps/web/src/locales/en.ts';
import { lt } from '../../../apps/web/src/locales/lt.ts';
import { th } from '../../../apps/web/src/locales/th.ts';
import { ur } from '../../../apps/web/src/locales/ur.ts';
import { vi } from '../../../apps/web/src/locales/vi.ts';
import { goOn, type Hospital, openHospital } from './hospital.ts';
import { everyPage } from './pages.ts';

const LOCALES: Record<Language, typeof en> = { en, vi, th, lt, ur };
/** Keys of words that were not found, forms that were not filled, and values that are none. */
const RAW = new RegExp(
  `\\b(?:${Object.keys(en).join('|')})\\.[a-z][\\w.-]*|\\{\\w+\\}|\\bundefined\\b|\\bNaN\\b|Invalid Date`,
  'g',
);

let hospital: Hospital;

/** Pages for people who have not signed in stand without the navigation. */
const OUTSIDE = /^\/(not-)?sign(ed)?-in/;

beforeAll(async () => {
  hospital = await openHospital();
});

afterEach(() => hospital.empty());
afterAll(() => hospital.close());

/** Everything a page says, seen or read out, but for codes that are the same in every language. */
const wordsOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    const body = document.body.cloneNode(true) as HTMLElement;
    for (const code of body.querySelectorAll('[translate="no"]')) code.remove();
    return [document.title, body.textContent, ...named].join('\n');
  });

/** How many pixels of a page lie beside the screen. */
const hiddenBeside = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(LANGUAGES)('in %s', (language) => {
  it('every page speaks it throughout and fits a phone', async () => {
    const pages = await everyPage(hospital);
    const page = await hospital.visit('/nowhere', { language, width: 360, height: 780 });
    const faults: object[] = [];
    for (const [name, path] of pages) {
      await goOn(page, path);
      const raw = (await wordsOf(page)).match(RAW) ?? [];
      const beside = await hiddenBeside(page);
      if (raw.length > 0 || beside > 0) faults.push({ name, raw, beside });
      if (OUTSIDE.test(path)) continue;
      const nav = await page.getByRole('navigation').first().innerText();
      expect(nav).toContain(LOCALES[language].shell.nav.touchpoints);
    }
    expect(faults).toEqual([]);
    expect(hospital.troubles().filter((trouble) => /intlify|i18n/i.test(trouble))).toEqual([]);
  }, 180_000);
});
