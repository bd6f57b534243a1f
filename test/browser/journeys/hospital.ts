import type { Browser, Page } from 'playwright-core';
import type { Language } from '#domain/language.ts';
import type { SignedIn } from '../../app/signed-in.ts';
import type { TestApp } from '../../app/test-app.ts';
import { openDemoApp } from '../../demo/demo-app.ts';
import { openBrowser } from '../open-browser.ts';
import { seatsAt } from '../seats.ts';

/** Who sits in front of it: their language, their screen and what their device prefers. */
export interface Visitor {
  language?: Language;
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
  /** Left out, the administrator; null for somebody who has not signed in. */
  someone?: SignedIn | null;
}

/** The demo hospital with its doors open: one app and one browser for a whole file of journeys. */
export interface Hospital {
  app: TestApp;
  browser: Browser;
  /** Opens a page as a new person, and waits until it has said all it has to say. */
  visit(path: string, visitor?: Visitor): Promise<Page>;
  /** What browsers complained of and which strange addresses they asked for, since the last look. */
  troubles(): string[];
  /** Sends everybody home. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** The demo hospital, or another that is opened. */
export async function openHospital(openApp: () => Promise<TestApp> = openDemoApp): Promise<Hospital> {
  const [app, browser] = await Promise.all([openApp(), openBrowser()]);
  const heard: string[][] = [];
  const seats = seatsAt(browser, app.url);
  return {
    app,
    browser,
    visit: async (
      path,
      { language = 'en', width = 1280, height = 900, theme = 'light', someone = app.administrator } = {},
    ) => {
      const { page, complaints, strangers } = await seats.take({
        locale: language,
        viewport: { width, height },
        colorScheme: theme,
        someone: someone ?? undefined,
        reducedMotion: 'reduce',
      });
      heard.push(complaints, strangers);
      await page.goto(`${app.url}${path}`);
      await settled(page);
      return page;
    },
    troubles: () => heard.splice(0).flat(),
    empty: () => seats.leave(),
    close: async () => {
      await browser.close();
      await app.close();
    },
  };
}

/** Waits until the page has a heading and nothing on it is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1, [role="alert"]') !== null &&
      document.querySelector('[aria-busy="true"], h1 .looking') === null,
  );
}

interface Router {
  push(path: string): Promise<unknown>;
}

/** Goes to another page as a link would, without loading everything anew, and waits until it has said all it has to say. */
export async function goOn(page: Page, path: string): Promise<void> {
  await page.evaluate(async (to) => {
    const root = document.querySelector('#app') as Element & {
      __vue_app__: { config: { globalProperties: { $router: Router } } };
    };
    const failure = await root.__vue_app__.config.globalProperties.$router.push(to);
    if (failure) throw new Error(`there is no way to ${to}`);
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  }, path);
  await settled(page);
}
