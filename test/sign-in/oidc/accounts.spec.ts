import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JWTPayload } from 'jose';
import { HOME_SCOPE } from '../../../apps/api/src/access/access.ts';
import type { LinkedPersonDto } from '#contracts/people.dto.ts';
import type { TestApp } from '../../app/test-app.ts';
import { setUpOrganisation } from '../../ingest/lakeside.ts';
import { type FakeProvider, openFakeProvider, tokenOf } from './fake-provider.ts';
import { appWithProvider, browse, comeBack, setOut, START, whoIs } from './round-trip.ts';

let provider: FakeProvider;
let app: TestApp;

beforeAll(async () => {
  provider = await openFakeProvider();
  app = await appWithProvider(provider.issuer);
  await setUpOrganisation(app);
});

afterAll(async () => {
  await app.close();
  await provider.close();
});

const sql = <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
  app.database.inScope(HOME_SCOPE, ({ query }) => query<Row>(text, values));

/** Signs somebody in by what the provider says of them. */
async function signIn(claims: JWTPayload, userInfo?: Record<string, unknown>) {
  const underWay = await setOut(app, '/waits');
  provider.worth = {
    forge: () => tokenOf(provider, { nonce: underWay.asked.get('nonce'), name: 'Rasa Kalniņa', ...claims }),
    userInfo: userInfo ?? { sub: claims.sub },
  };
  const { location } = await comeBack(app, underWay);
  return { location, who: await whoIs(app, underWay.cookies), cookies: underWay.cookies };
}

const refused = (why: string) => ({ location: `/not-signed-in?why=${why}`, who: null });
const invite = async (email: string): Promise<LinkedPersonDto> => {
  const payload = { email, name: 'Invited Person', role: 'auditor' };
  const answer = await app.inject({ method: 'POST', url: '/api/v1/people', payload });
  expect([answer.statusCode, answer.body.slice(0, 200)]).toEqual([201, expect.any(String)]);
  return answer.json<LinkedPersonDto>();
};

describe('somebody new', () => {
  it('gets an account of the role their claims say', async () => {
    const { who } = await signIn({ sub: 'new-1', email: 'New.One@Hospital.example', roles: 'cx-admins' });
    expect(who).toMatchObject({ email: 'new.one@hospital.example', role: 'administrator', departments: [] });
    const [event] = await sql<{ details: string }>(
      `select details from audit_event where action = 'account.created' order by seq desc limit 1`,
    );
    expect(JSON.parse(event?.details ?? '')).toMatchObject({ role: 'administrator', by: 'identity-provider' });
  });

  it('is told apart by issuer and subject, not by name or address', async () => {
    await signIn({ sub: 'same-1', email: 'same@hospital.example', roles: ['auditors'] });
    const email = 'same@hospital.example';
    expect(await signIn({ sub: 'same-2', email, email_verified: true, roles: ['auditors'] })).toMatchObject(
      refused('not-invited'),
    );
    const again = await signIn({ sub: 'same-1', email: 'renamed@hospital.example', roles: ['auditors'] });
    expect(again.who?.email).toBe('same@hospital.example');
  });

  it.each([
    ['no role', 'no-role', { roles: ['visitors'] }],
    ['no claim of roles', 'no-role', {}],
    ['a head without a department', 'no-department', { roles: ['leads'] }],
    ['a head of a department there is not', 'no-department', { roles: ['leads'], departments: ['moon'] }],
    ['no address', 'no-email', { roles: ['auditors'], email: undefined }],
    ['an address that is none', 'no-email', { roles: ['auditors'], email: 'rasa' }],
  ])('is kept out with %s', async (_, why, claims) => {
    const found = await signIn({ sub: 'out-1', email: 'out@hospital.example', ...claims });
    expect(found).toMatchObject(refused(why));
    expect(await sql('select 1 from account where identity_subject = $1', ['out-1'])).toEqual([]);
  });

  it('may have their role said by the provider when asked, in a claim the token leaves out', async () => {
    const userInfo = { sub: 'asked-1', email: 'asked@hospital.example', roles: ['auditors'] };
    expect((await signIn({ sub: 'asked-1' }, userInfo)).who).toMatchObject({ role: 'auditor' });
    const somebodyElse = { ...userInfo, sub: 'asked-9' };
    expect(await signIn({ sub: 'asked-2' }, somebodyElse)).toMatchObject(refused('not-valid'));
  });
});

describe('somebody known', () => {
  const head = { sub: 'head-1', email: 'head@hospital.example', roles: ['leads'] };

  it('is what their claims say at each sign-in, from then on and everywhere', async () => {
    const first = await signIn({ ...head, departments: ['ward-4b', 'moon'] });
    expect(first.who).toMatchObject({ role: 'department-head', departments: ['ward-4b'] });
    await signIn({ ...head, departments: ['riverside-pharmacy'] });
    expect(await whoIs(app, first.cookies)).toMatchObject({ departments: ['riverside-pharmacy'] });
    await signIn({ ...head, roles: ['auditors'] });
    expect(await whoIs(app, first.cookies)).toMatchObject({ role: 'auditor', departments: [] });
  });

  it('is on the trail only when something changed', async () => {
    const count = () =>
      sql<{ n: number }>(`select count(*)::int as n from audit_event where action = 'account.changed'`);
    const [before] = await count();
    await signIn({ ...head, roles: ['auditors'] });
    expect(await count()).toEqual([before]);
    const [last] = await sql<{ action: string; details: string; actor_name: string }>(
      'select action, details, actor_name from audit_event order by seq desc limit 1',
    );
    expect(last).toMatchObject({ action: 'session.opened', actor_name: 'Rasa Kalniņa' });
    expect(JSON.parse(last?.details ?? '')).toEqual({ shown: 'identity-provider' });
  });

  it('stays out when disabled here, whatever the provider says', async () => {
    await sql('update account set disabled_at = now() where identity_subject = $1', ['head-1']);
    expect(await signIn({ ...head, roles: ['cx-admins'] })).toMatchObject(refused('disabled'));
    expect(await sql('select role from account where identity_subject = $1', ['head-1'])).toEqual([
      { role: 'auditor' },
    ]);
  });
});

describe('an account that is here already', () => {
  it('becomes theirs when they were invited and the address is verified; the link is used up by it', async () => {
    const { person, link } = await invite('guest@hospital.example');
    const claims = { sub: 'guest-1', email: 'Guest@hospital.example', email_verified: true, roles: ['cx-admins'] };
    expect((await signIn(claims)).who).toMatchObject({ email: 'guest@hospital.example', role: 'administrator' });
    expect(await sql('select identity_subject as s from account where id = $1', [person.id])).toEqual([
      { s: 'guest-1' },
    ]);
    expect(await sql('select 1 from one_time_link where account_id = $1 and used_at is null', [person.id])).toEqual([]);
    expect(link).toContain('/invitation#');
  });

  it.each([
    ['not verified', { email_verified: false }],
    ['not said to be verified', {}],
    ['verified in words', { email_verified: 'true' }],
  ])('does not when the address is %s', async (name, said) => {
    const email = `${name.replaceAll(' ', '-')}@hospital.example`;
    await invite(email);
    expect(await signIn({ sub: name, email, roles: ['auditors'], ...said })).toMatchObject(refused('not-invited'));
  });

  it.each([
    ['has a password', `password_hash = 'x'`],
    ['is disabled', 'disabled_at = now()'],
    ['is of the demo', 'demo = true'],
    ['is somebody else’s at the provider', `identity_issuer = 'https://x.example', identity_subject = 'y'`],
  ])('does not when it %s', async (name, change) => {
    const email = `${encodeURIComponent(name).replaceAll('%', '')}@hospital.example`;
    const { person } = await invite(email);
    await sql(`update account set ${change} where id = $1`, [person.id]);
    const claims = { sub: name, email, email_verified: true, roles: ['auditors'] };
    expect(await signIn(claims)).toMatchObject(refused('not-invited'));
  });

  it('does not when the invitation has run out', async () => {
    const { person } = await invite('late@hospital.example');
    await sql(`update one_time_link set expires_at = now() - interval '1 minute' where account_id = $1`, [person.id]);
    const claims = { sub: 'late', email: 'late@hospital.example', email_verified: true, roles: ['auditors'] };
    expect(await signIn(claims)).toMatchObject(refused('not-invited'));
  });
});

describe('a second factor', () => {
  const claims = { sub: 'factor-1', email: 'factor@hospital.example', roles: ['auditors'] };

  it('is the provider’s business where the organisation asks for none', async () => {
    expect((await signIn(claims)).location).toBe('/waits');
  });

  it('is ours where the organisation asks for one and the provider does not say that it did', async () => {
    await sql('update organisation set second_factor_required = true');
    const { location, who, cookies } = await signIn(claims);
    expect([location, who]).toEqual(['/sign-in?step=second-factor-setup&to=%2Fwaits', null]);
    const headers = { 'sec-fetch-site': 'same-origin' };
    const url = `${app.url}/api/v1/session/second-factor/setup`;
    expect((await browse(url, cookies, { method: 'POST', headers })).status).toBe(200);
  });

  it('is not asked for twice', async () => {
    expect((await signIn({ ...claims, amr: ['pwd', 'mfa'] })).location).toBe('/waits');
    await sql('update organisation set second_factor_required = false');
  });
});

it('the door names the provider', async () => {
  const { body } = await browse(`${app.url}/api/v1/sign-in`, new Map());
  expect(JSON.parse(body)).toMatchObject({ identityProvider: { name: 'Hospital login' } });
});

describe('whoever signs out', () => {
  const headers = { 'sec-fetch-site': 'same-origin' };
  const signOut = async (cookies: Map<string, string>) => {
    expect((await browse(`${app.url}/api/v1/session`, cookies, { method: 'DELETE', headers })).status).toBe(204);
    expect(await whoIs(app, cookies)).toBeNull();
    return (await browse(`${app.url}${START}/sign-out`, cookies)).location;
  };

  it('is signed out here first, and then at the provider they came by', async () => {
    const claims = { sub: 'out-and-in', email: 'again@hospital.example', roles: ['auditors'] };
    const { cookies } = await signIn(claims);
    const there = new URL(await signOut(cookies));
    expect(`${there.origin}${there.pathname}`).toBe(`${provider.issuer}/end`);
    expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${app.url}/sign-in`);
    expect((await browse(`${app.url}${START}/sign-out`, cookies)).location).toBe('/sign-in');
  });

  it('stays at the door when they came another way', async () => {
    expect(await signOut(new Map([['bedside_session', app.administrator.cookie.split('=')[1] ?? '']]))).toBe(
      '/sign-in',
    );
  });
});
