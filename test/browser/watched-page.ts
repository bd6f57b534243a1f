import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { SignedIn } from '../app/signed-in.ts';

export interface WatchedPage {
  page: Page;
  /** What the browser refused or complained of: scripts blocked by the content security policy, errors, failed requests. */
  complaints: string[];
  /** Addresses asked for that are not ours. */
  strangers: string[];
}

/** A page, in a browser profile of its own in which `someone` has signed in, that keeps a record of everything that should not happen on it. */
export async function watchedPage(
  browser: Browser,
  ourAddress: string,
  { someone, ...options }: BrowserContextOptions & { someone?: SignedIn } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  if (someone !== undefined) {
    const [name = '', value = ''] = someone.cookie.split('=');
    await context.addCookies([{ name, value, url: ourAddress }]);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(ourAddress) && !/^(data|blob):/.test(request.url())) strangers.push(request.url());
  });
  return { page, complaints, strangers };
}
