import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import type { Language } from '#domain/language.ts';
import { goOn, type Hospital } from './hospital.ts';
import { everyPage } from './pages.ts';

/** What stands in somebody's way on every page in a language, in the light and in the dark. */
export async function barriersIn(hospital: Hospital, language: Language): Promise<string[]> {
  const found: string[] = [];
  const page = await hospital.visit('/nowhere', { language });
  for (const [name, path] of await everyPage(hospital)) {
    await goOn(page, path);
    const light = await violations(axe(page));
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(() => document.documentElement.classList.contains('dark'));
    const dark = await violations(axe(page).withRules(['color-contrast']));
    await page.emulateMedia({ colorScheme: 'light' });
    found.push(...light.map((barrier) => `${name}: ${barrier}`), ...dark.map((barrier) => `${name}, dark: ${barrier}`));
  }
  return found;
}

/** What stands in somebody's way on the page as it is now. */
export const barriersOn = (page: Page): Promise<string[]> => violations(axe(page));

/** Axe without its way into frames, which takes long; we have none. */
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true);

async function violations(builder: AxeBuilder): Promise<string[]> {
  const { violations: barriers } = await builder.analyze();
  return barriers.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
