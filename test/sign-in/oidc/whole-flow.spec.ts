import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PeopleDto } from '#contracts/people.dto.ts';
import { HOME_SCOPE } from '../../../apps/api/src/access/access.ts';
import type { TestApp } from '../../app/test-app.ts';
import { setUpOrganisation } from '../../ingest/lakeside.ts';
import { openRealProvider, PEOPLE, type RealProvider } from './real-provider.ts';
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

describe('claims that would take the role of administrator away', () => {
  const sql = <Row>(text: string): Promise<Row[]> => app.database.inScope(HOME_SCOPE, ({ query }) => query<Row>(text));
  const trail = () =>
    sql<{ details: string }>(`select details from audit_event where action = 'account.role-kept' order by seq`);
  const claim = (roles: string[], departments: string[] = []) => {
    PEOPLE.boss = { ...PEOPLE.boss, roles, departments };
  };

  it('leave it with the last who can sign in, note it once, and tell who looks at the people', async () => {
    await signInAs('boss');
    await sql(`update account set disabled_at = now() where identity_subject is distinct from 'boss'`);
    claim(['leads'], ['ward-4b']);
    const { location, cookies } = await signInAs('boss');
    expect(location).toBe('/complaints');
    expect(await whoIs(app, cookies)).toMatchObject({ role: 'administrator', departments: [] });
    await signInAs('boss');
    expect((await trail()).map(({ details }) => JSON.parse(details))).toEqual([
      { claimed: 'department-head', kept: 'administrator', by: 'identity-provider' },
    ]);
    const { body } = await browse(`${app.url}/api/v1/people`, cookies);
    const { people } = JSON.parse(body) as PeopleDto;
    expect(people.find(({ you }) => you)).toMatchObject({ role: 'administrator', claimedRole: 'department-head' });
  });

  it('are no reason to stay out where the departments they name are not here', async () => {
    claim(['leads'], ['moon']);
    const { cookies } = await signInAs('boss');
    expect(await whoIs(app, cookies)).toMatchObject({ role: 'administrator' });
  });

  it('are forgotten once they say administrator again', async () => {
    claim(['cx-admins']);
    await signInAs('boss');
    expect(await sql(`select role, claimed_role from account where identity_subject = 'boss'`)).toEqual([
      { role: 'administrator', claimed_role: null },
    ]);
  });

  it('hold as soon as somebody else who can sign in administers', async () => {
    await sql(`update account set disabled_at = null, password_hash = coalesce(password_hash, 'x')`);
    claim(['auditors']);
    const { cookies } = await signInAs('boss');
    expect(await whoIs(app, cookies)).toMatchObject({ role: 'auditor' });
    expect(await trail()).toHaveLength(1);
  });
});
