import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Secret, TOTP } from 'otpauth';
import { type TestApp, openTestApp } from '../../app/test-app.ts';
import { setUpOrganisation } from '../../ingest/lakeside.ts';
import { type MailSink, openMailSink } from '../../sign-in/mail-sink.ts';
import { openBrowser } from '../open-browser.ts';
import { watchedPage } from '../watched-page.ts';
import { settled } from './hospital.ts';

const WEB = join(import.meta.dirname, '..', '..', '..', 'dist', 'web');

/** A hospital whose door is what is looked at: an app that sends mail, and a browser. */
export interface FrontDoor {
  app: TestApp;
  sink: MailSink;
  /** Comes to a page as somebody nobody knows, in a browser of their own. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** What browsers complained of, besides answers that say no, and strange addresses they asked for. */
  troubles(): string[];
  close(): Promise<void>;
}

export async function openFrontDoor(): Promise<FrontDoor> {
  if (!existsSync(join(WEB, 'index.html'))) throw new Error('dist/web is not built: run npm test, which builds it');
  const sink = await openMailSink();
  const mail = { smtpUrl: sink.smtpUrl, from: 'bedside@hospital.example' };
  const [app, browser] = await Promise.all([openTestApp({ webFolder: WEB, mail }), openBrowser()]);
  await setUpOrganisation(app);
  const heard: string[][] = [];
  return {
    app,
    sink,
    visit: async (path, options = {}) => {
      const { page, complaints, strangers } = await watchedPage(browser, app.url, {
        ...{ locale: 'en', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' },
        ...options,
      });
      heard.push(complaints, strangers);
      await page.goto(`${app.url}${path}`);
      await settled(page);
      return page;
    },
    // A browser notes each answer of 400 and more; that they come is what these journeys are about.
    troubles: () => heard.flat().filter((complaint) => !/status of 4\d\d/.test(complaint)),
    close: () => closeAll(browser, app, sink),
  };
}

async function closeAll(browser: Browser, app: TestApp, sink: MailSink): Promise<void> {
  await browser.close();
  await app.close();
  await sink.close();
}

/** Types email and password, and presses the button. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The app on somebody's telephone, which has taken in a secret as the page spells it. */
export const telephoneWith = (spelled: string) => {
  const secret = Secret.fromBase32(spelled.replace(/\s/g, ''));
  return { codeAt: (timestamp: number): string => TOTP.generate({ secret, timestamp }) };
};
