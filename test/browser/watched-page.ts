import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { SignedIn } from '../app/signed-in.ts';

/** What should not happen on a page, as it happens. */
export interface Watch {
  /** What the browser refused or complained of: scripts blocked by the content security policy, errors, failed requests. */
  complaints: string[];
  /** Addresses asked for that are not ours. */
  strangers: string[];
}

export interface WatchedPage extends Watch {
  page: Page;
}

/** A page, in a browser profile of its own in which `someone` has signed in, that keeps a record of everything that should not happen on it. */
export async function watchedPage(
  browser: Browser,
  ourAddress: string,
  { someone, ...options }: BrowserContextOptions & { someone?: SignedIn } = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  if (someone !== undefined) await signInAs(context, ourAddress, someone);
  const page = await context.newPage();
  return { page, ...watch(page, ourAddress) };
}

export async function signInAs(context: BrowserContext, ourAddress: string, { cookie }: SignedIn): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: ourAddress }]);
}

export function watch(page: Page, ourAddress: string): Watch {
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(ourAddress) && !/^(data|blob):/.test(request.url())) strangers.push(request.url());
  });
  return { complaints, strangers };
}
