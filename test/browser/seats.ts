import type { Browser, BrowserContextOptions, CDPSession, Page } from 'playwright-core';
import type { SignedIn } from '../app/signed-in.ts';
import { signInAs, watch, type WatchedPage } from './watched-page.ts';

/** Whom a page is opened for: what can be changed of a page that is there, and the language, which cannot. */
export interface Sitter extends Required<
  Pick<BrowserContextOptions, 'locale' | 'viewport' | 'colorScheme' | 'reducedMotion'>
> {
  someone?: SignedIn;
}

/**
 * Pages in browser profiles of their own that one person after the other sits down at. A profile that is new takes the
 * browser longer than most of what is looked at in it; what the last person left in one is cleared away instead.
 */
export interface Seats {
  /** An empty page that nobody sits at, of nobody so far or cleared. */
  take(sitter: Sitter): Promise<WatchedPage>;
  /** Everybody gets up, and takes everything along. */
  leave(): Promise<void>;
}

interface Seat {
  locale: string | undefined;
  page: Page;
  devtools: CDPSession;
  taken: boolean;
}

export function seatsAt(browser: Browser, ourAddress: string): Seats {
  let seats: Seat[] = [];
  return {
    take: async (sitter) => {
      const { locale, viewport, colorScheme, reducedMotion, someone } = sitter;
      let seat = seats.find((one) => !one.taken && one.locale === locale && !one.page.isClosed());
      if (seat === undefined) {
        const page = await (await browser.newContext({ locale })).newPage();
        seat = { locale, page, devtools: await page.context().newCDPSession(page), taken: true };
        seats.push(seat);
      }
      seat.taken = true;
      const { page } = seat;
      if (viewport !== null) await page.setViewportSize(viewport);
      await page.emulateMedia({ media: null, forcedColors: null, contrast: null, colorScheme, reducedMotion });
      if (someone !== undefined) await signInAs(page.context(), ourAddress, someone);
      return { page, ...watch(page, ourAddress) };
    },
    leave: async () => {
      await Promise.all(seats.filter(({ taken }) => taken).map((seat) => clear(seat, ourAddress)));
      seats = seats.filter(({ taken }) => !taken);
      const kept = new Set(seats.map(({ page }) => page.context()));
      await Promise.all(
        browser
          .contexts()
          .filter((context) => !kept.has(context))
          .map((context) => context.close()),
      );
    },
  };
}

/** Leaves nothing of whoever sat there: no listener, route, cookie, note, address or other page. */
async function clear(seat: Seat, ourAddress: string): Promise<void> {
  const { page, devtools } = seat;
  if (page.isClosed()) return;
  const context = page.context();
  for (const event of ['console', 'pageerror', 'request', 'framenavigated'] as const) page.removeAllListeners(event);
  await Promise.all(
    context
      .pages()
      .filter((other) => other !== page)
      .map((other) => other.close()),
  );
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.clearCookies();
  await page.mouse.move(-1, -1);
  // A page of the same origin without a script: what is noted on the way out goes as well.
  await page.goto(`${ourAddress}/mark.svg`);
  await page.evaluate(() => sessionStorage.clear());
  await devtools.send('Storage.clearDataForOrigin', { origin: ourAddress, storageTypes: 'all' });
  await devtools.send('Page.resetNavigationHistory');
  seat.taken = false;
}
