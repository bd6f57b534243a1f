/**
 * Remakes the screenshots of README from a Bedside that is running with the demo network:
 * `npm run pictures -- http://localhost:3000 quality@demo.example PASSWORD`, with a sign-in that npm start printed.
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

const [address = 'http://localhost:3000', email, password] = process.argv.slice(2);
if (email === undefined || password === undefined) {
  console.error('Name an address and who signs in, as npm start printed them: npm run pictures -- URL EMAIL PASSWORD');
  process.exit(1);
}
const visitor = await signIn(address, email, password);
const answer = await fetch(`${address}/api/v1/complaints?view=overdue&limit=1`, { headers: { cookie: visitor } });
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
  const [cookie = '', value = ''] = visitor.split('=');
  await context.addCookies([{ name: cookie, value, url: address }]);
  const page = await context.newPage();
  const isComplaint = path === '/complaints' && rows[0] !== undefined;
  await page.goto(`${address}${path}${isComplaint ? `/${rows[0]?.number}` : ''}`, { waitUntil: 'networkidle' });
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
  await context.close();
}
await browser.close();

/** The session's cookie of somebody who signs in; ends the run where that is not possible. */
async function signIn(at: string, who: string, secret: string): Promise<string> {
  const entered = await fetch(`${at}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ email: who, password: secret }),
  }).catch(() => undefined);
  const cookies = entered?.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0] ?? '') ?? [];
  const session = cookies.find((cookie) => cookie.startsWith('bedside_session='));
  if (entered?.ok === true && session !== undefined) return session;
  console.error(entered === undefined ? `No Bedside answers at ${at}.` : `Nobody signs in at ${at} with these.`);
  process.exit(1);
}
