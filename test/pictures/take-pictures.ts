/**
 * Remakes the screenshots of README from a Bedside that is running with the demo network:
 * `npm run pictures`, or `npm run pictures -- http://localhost:3100`.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openBrowser } from '../browser/open-browser.ts';

interface Picture {
  name: string;
  path: string;
  width: number;
  height: number;
  theme?: 'light' | 'dark';
  language?: string;
}

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const PICTURES: readonly Picture[] = [
  { name: 'this-week', path: '/', width: 1440, height: 1180 },
  { name: 'waits-dark', path: '/waits', width: 1440, height: 1000, theme: 'dark' },
  { name: 'complaint', path: '/complaints', width: 1440, height: 900 },
  { name: 'this-week-urdu-phone', path: '/', width: 360, height: 780, language: 'ur' },
];

const address = process.argv[2] ?? 'http://localhost:3000';
const answer = await fetch(`${address}/api/v1/complaints?view=overdue&limit=1`).catch(() => undefined);
if (answer?.ok !== true) {
  console.error(`No Bedside answers at ${address}. Start it with npm start, or name its address.`);
  process.exit(1);
}
const { rows } = (await answer.json()) as { rows: { number: number }[] };

await mkdir(FOLDER, { recursive: true });
const browser = await openBrowser();
for (const { name, path, width, height, theme = 'light', language = 'en' } of PICTURES) {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language,
    deviceScaleFactor: width < 500 ? 2 : 1,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const isComplaint = path === '/complaints' && rows[0] !== undefined;
  await page.goto(`${address}${path}${isComplaint ? `/${rows[0]?.number}` : ''}`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
  await context.close();
}
await browser.close();
