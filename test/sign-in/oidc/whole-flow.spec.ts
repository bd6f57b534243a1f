import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { TestApp } from '../../app/test-app.ts';
import { setUpOrganisation } from '../../ingest/lakeside.ts';
import { openRealProvider, type RealProvider } from './real-provider.ts';
import { appWithProvider, browse, CALLBACK, START, whoIs } from './round-trip.ts';

let provider: RealProvider;
let app: TestApp;

beforeAll(async () => {
  provider = await openRealProvider();
  app = await appWithProvider(provider.issuer);
  provider.serve(app.url);
  await setUpOrganisation(app);
});

afterAll(async () => {
  await app.close();
  await provider.close();
});

/** Signs in at the provider's own pages, form after form, and gives where the browser ends up with us. */
async function signInAs(login: string) {
  const ours = new Map<string, string>();
  const theirs = new Map<string, string>();
  let { location } = await browse(`${app.url}${START}?to=/complaints`, ours);
  for (let step = 0; step < 12; step += 1) {
    const url = new URL(location, provider.issuer);
    if (url.origin === app.url) break;
    const page = await browse(url.href, theirs);
    location = page.location;
    if (page.status !== 200) continue;
    const [, action = ''] = /action="([^"]+)"/.exec(page.body) ?? [];
    const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(page.body) ?? [];
    const body = new URLSearchParams({ prompt, login, password: 'any' });
    ({ location } = await browse(new URL(action, provider.issuer).href, theirs, { method: 'POST', body }));
  }
  expect(location.split('?')[0]).toBe(`${app.url}${CALLBACK}`);
  const back = await browse(location, ours);
  return { location: back.location, cookies: ours, callback: location };
}

it('lets somebody in who signed in at the provider, as what their claims say', async () => {
  const { location, cookies, callback } = await signInAs('rasa');
  expect(location).toBe('/complaints');
  expect(await whoIs(app, cookies)).toMatchObject({
    ...{ email: 'rasa@hospital.example', name: 'Rasa Kalniņa' },
    ...{ role: 'department-head', departments: ['ward-4b'] },
  });
  expect((await browse(callback, cookies)).location).toBe('/not-signed-in?why=expired');
});

it('keeps out whom the provider knows and nobody has given a role', async () => {
  const { location, cookies } = await signInAs('visitor');
  expect(location).toBe('/not-signed-in?why=no-role');
  expect(await whoIs(app, cookies)).toBeNull();
});
