import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generateKeyPair, type JWTPayload, UnsecuredJWT } from 'jose';
import { HOME_SCOPE } from '../../../apps/api/src/access/access.ts';
import type { TestApp } from '../../app/test-app.ts';
import { setUpOrganisation } from '../../ingest/lakeside.ts';
import { CLIENT, type FakeProvider, openFakeProvider, SECRET, tokenOf } from './fake-provider.ts';
import { appWithProvider, browse, CALLBACK, comeBack, setOut, START, whoIs } from './round-trip.ts';

const RASA = {
  ...{ sub: 'rasa-1', name: 'Rasa Kalniņa', email: 'rasa@hospital.example' },
  ...{ roles: ['auditors'], departments: ['ward-4b'] },
};
const REFUSED = '/not-signed-in?why=not-valid';
const seconds = (fromNow: number): number => Math.floor(Date.now() / 1_000) + fromNow;

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

beforeEach(() => {
  provider.asked.length = 0;
});

const accounts = async (): Promise<number> => {
  const rows = await app.database.inScope(HOME_SCOPE, ({ query }) =>
    query('select 1 from account where identity_subject is not null'),
  );
  return rows.length;
};

/** Sets out, lets the provider hand out a token, and comes back. */
async function roundTrip(claims: JWTPayload, signing: Parameters<typeof tokenOf>[2] = {}) {
  const underWay = await setOut(app);
  provider.worth = {
    forge: () => tokenOf(provider, { nonce: underWay.asked.get('nonce'), ...RASA, ...claims }, signing),
  };
  return { ...(await comeBack(app, underWay)), ...underWay };
}

describe('a good token', () => {
  it('lets in, to the page wanted, after asking the provider for all that protects', async () => {
    const { location, asked, cookies } = await roundTrip({});
    expect(location).toBe('/waits');
    expect(await whoIs(app, cookies)).toMatchObject({ email: RASA.email, role: 'auditor' });
    expect(Object.fromEntries(asked)).toMatchObject({
      ...{
        response_type: 'code',
        client_id: CLIENT,
        code_challenge_method: 'S256',
        redirect_uri: `${app.url}${CALLBACK}`,
      },
      ...{ state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/) },
    });
    const [form] = provider.asked;
    expect(form?.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    expect(form?.get('client_secret')).toBeNull();
    expect(SECRET).not.toBe(form?.get('client_secret'));
  });
});

describe('refused is a token', () => {
  let before: number;
  beforeAll(async () => {
    before = await accounts();
  });

  async function refuses(claims: JWTPayload, signing: Parameters<typeof tokenOf>[2] = {}): Promise<void> {
    const { status, location, cookies } = await roundTrip({ sub: 'evil-1', ...claims }, signing);
    expect([status, location]).toEqual([303, REFUSED]);
    expect(await whoIs(app, cookies)).toBeNull();
    expect(await accounts()).toBe(before);
  }

  it.each([
    ['of another issuer', { iss: 'https://login.evil.example' }],
    ['for another client', { aud: 'another' }],
    ['for us and others without saying who asked', { aud: [CLIENT, 'another'] }],
    ['asked for by another client', { aud: [CLIENT, 'another'], azp: 'another' }],
    ['that has run out', { iat: seconds(-900), exp: seconds(-600) }],
    ['that is not yet good', { nbf: seconds(600) }],
    ['with another nonce', { nonce: 'x'.repeat(43) }],
    ['without a nonce', { nonce: undefined }],
    ['without a subject', { sub: undefined }],
    ['without an end', { exp: undefined }],
  ])('%s', (_, claims) => refuses(claims));

  it('signed by nobody', async () => {
    const underWay = await setOut(app);
    const nonce = underWay.asked.get('nonce');
    const claims = { ...RASA, nonce, iss: provider.issuer, aud: CLIENT, iat: seconds(0), exp: seconds(60) };
    provider.worth = { forge: () => new UnsecuredJWT(claims).encode() };
    expect((await comeBack(app, underWay)).location).toBe(REFUSED);
    expect(await whoIs(app, underWay.cookies)).toBeNull();
  });

  it('signed with a key the provider does not have, under the name of one it has', async () => {
    await refuses({}, { signedBy: (await generateKeyPair('RS256')).privateKey });
  });

  it('signed with a key of a name the provider does not know', async () => {
    await refuses({}, { signedBy: (await generateKeyPair('RS256')).privateKey, kid: 'two' });
  });

  it('signed with our own secret', () => refuses({}, { signedBy: new TextEncoder().encode(SECRET.padEnd(32, ' ')) }));

  it('changed after it was signed', async () => {
    const underWay = await setOut(app);
    provider.worth = {
      forge: async () => {
        const good = await tokenOf(provider, { nonce: underWay.asked.get('nonce'), ...RASA });
        const [head, body = '', signature] = good.split('.');
        const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as JWTPayload;
        const raised = Buffer.from(JSON.stringify({ ...claims, roles: ['cx-admins'] })).toString('base64url');
        return [head, raised, signature].join('.');
      },
    };
    expect((await comeBack(app, underWay)).location).toBe(REFUSED);
  });

  it('that is not there', async () => {
    const underWay = await setOut(app);
    provider.worth = { forge: () => '' };
    expect((await comeBack(app, underWay)).location).toBe(REFUSED);
  });
});

describe('a way back', () => {
  const EXPIRED = '/not-signed-in?why=expired';
  const good = (nonce: string | null) => () => tokenOf(provider, { nonce, ...RASA });

  it('is taken once: the same address again lets nobody in', async () => {
    const { cookies, asked } = await roundTrip({});
    const again = new Map(cookies);
    again.delete('bedside_session');
    expect((await comeBack(app, { cookies: again, asked })).location).toBe(EXPIRED);
    const other = new Map([...(await setOut(app)).cookies]);
    expect((await comeBack(app, { cookies: other, asked })).location).toBe(EXPIRED);
    expect(provider.asked).toHaveLength(1);
  });

  it.each([
    ['another state', { state: 'x'.repeat(43) }],
    ['no state', { state: '' }],
    ['two states', { state: 'a', 'state ': 'b' }],
  ])('with %s leads nowhere', async (_, given) => {
    const underWay = await setOut(app);
    provider.worth = { forge: good(underWay.asked.get('nonce')) };
    expect((await comeBack(app, underWay, given)).location).toBe(EXPIRED);
    expect(provider.asked).toHaveLength(0);
  });

  it('in another browser than the one that began leads nowhere, and leaves the right one its way', async () => {
    const underWay = await setOut(app);
    provider.worth = { forge: good(underWay.asked.get('nonce')) };
    const other = (await setOut(app)).cookies;
    expect((await comeBack(app, { cookies: other, asked: underWay.asked })).location).toBe(EXPIRED);
    expect((await comeBack(app, { cookies: new Map(), asked: underWay.asked })).location).toBe(EXPIRED);
    expect((await comeBack(app, underWay)).location).toBe('/waits');
  });

  it('after ten minutes leads nowhere', async () => {
    const underWay = await setOut(app);
    await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query(`update identity_request set expires_at = expires_at - interval '10 minutes'`),
    );
    expect((await comeBack(app, underWay)).location).toBe(EXPIRED);
  });

  it('from another provider than the one asked is refused', async () => {
    const underWay = await setOut(app);
    provider.worth = { forge: good(underWay.asked.get('nonce')) };
    const iss = 'https://login.evil.example';
    expect((await comeBack(app, underWay, { iss })).location).toBe(REFUSED);
  });

  it('of somebody who changed their mind says so', async () => {
    const underWay = await setOut(app);
    const { location } = await comeBack(app, underWay, { error: 'access_denied', code: '' });
    expect(location).toBe('/not-signed-in?why=cancelled');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example'])('never leads to %s', async (to) => {
    const underWay = await setOut(app, to);
    provider.worth = { forge: good(underWay.asked.get('nonce')) };
    expect((await comeBack(app, underWay)).location).toBe('/');
  });

  it('puts what was refused on the trail, and nothing of the token', async () => {
    await roundTrip({ aud: 'another', email: 'canary@hospital.example' });
    const [event] = await app.database.inScope(HOME_SCOPE, ({ query }) =>
      query<{ action: string; details: string }>('select action, details from audit_event order by seq desc limit 1'),
    );
    expect(event).toEqual({
      action: 'session.refused',
      details: JSON.stringify({ shown: 'identity-provider', why: 'not-valid' }),
    });
  });
});

describe('a provider', () => {
  it('that is not there is said not to be', async () => {
    const gone = await openFakeProvider();
    const lonely = await appWithProvider(gone.issuer);
    await gone.close();
    const { location } = await browse(`${lonely.url}${START}`, new Map());
    expect(location).toBe('/not-signed-in?why=unreachable');
    await lonely.close();
  });

  it('that calls itself otherwise is not believed', async () => {
    const posing = await openFakeProvider();
    posing.says = { issuer: 'https://login.hospital.example' };
    const wary = await appWithProvider(posing.issuer);
    expect((await browse(`${wary.url}${START}`, new Map())).location).toBe('/not-signed-in?why=unreachable');
    await Promise.all([wary.close(), posing.close()]);
  });

  it('that sends us elsewhere for its tokens or keys is not followed', async () => {
    const elsewhere = await openFakeProvider();
    const luring = await openFakeProvider();
    luring.says = { token_endpoint: `${elsewhere.issuer}/token` };
    const wary = await appWithProvider(luring.issuer);
    const underWay = await setOut(wary);
    expect((await comeBack(wary, underWay)).location).toBe(REFUSED);
    expect(elsewhere.asked).toEqual([]);
    await Promise.all([wary.close(), luring.close(), elsewhere.close()]);
  });
});
