import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export interface WatchedPage {
  page: Page;
  /** What the browser refused or complained of: scripts blocked by the content security policy, errors, failed requests. */
  complaints: string[];
  /** Addresses asked for that are not ours. */
  strangers: string[];
}

/** A page, in a browser profile of its own, that keeps a record of everything that should not happen on it. */
export async function watchedPage(
  browser: Browser,
  ourAddress: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const page = await (await browser.newContext(options)).newPage();
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
