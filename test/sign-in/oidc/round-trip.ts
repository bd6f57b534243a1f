import { PublicAddress } from '../../../apps/api/src/mail/public-address.ts';
import { parseMapping } from '../../../apps/api/src/sign-in/oidc/claim-mapping.ts';
import type { OidcSettings } from '../../../apps/api/src/sign-in/oidc/oidc-settings.ts';
import { openTestApp, type TestApp, type TestAppOptions } from '../../app/test-app.ts';
import { CLIENT, SECRET } from './fake-provider.ts';

export const START = '/api/v1/sign-in/oidc';
export const CALLBACK = `${START}/callback`;

export const settingsFor = (issuer: string): OidcSettings => ({
  ...{ issuer, clientId: CLIENT, clientSecret: SECRET, name: 'Hospital login', scope: 'openid profile email' },
  ...{ roleClaim: 'roles', departmentClaim: 'departments', alsoAsk: [] },
  mapping: parseMapping('{"roles": {"cx-admins": "administrator", "leads": "department-head", "auditors": "auditor"}}'),
});

/** An app whose people can sign in with a provider, and which knows where it is. */
export async function appWithProvider(issuer: string, options: TestAppOptions = {}): Promise<TestApp> {
  const app = await openTestApp({ identityProvider: settingsFor(issuer), ...options });
  app.app.get(PublicAddress).servedAt(app.url);
  return app;
}

/** Somebody on their way: the cookies of their browser, and what the provider was asked. */
export interface UnderWay {
  cookies: Map<string, string>;
  asked: URLSearchParams;
}

/** Answers of a browser nobody has signed in with; it keeps the cookies it is given, and follows nothing. */
export async function browse(url: string, cookies: Map<string, string>, init: RequestInit = {}) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(url, { ...init, headers: { ...init.headers, cookie }, redirect: 'manual' });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
  return { status: answer.status, location: answer.headers.get('location') ?? '', body: await answer.text() };
}

/** Begins to sign in: what the provider is asked stands in the address one is sent to. */
export async function setOut({ url }: TestApp, to = '/waits'): Promise<UnderWay> {
  const cookies = new Map<string, string>();
  const { location } = await browse(`${url}${START}?to=${encodeURIComponent(to)}`, cookies);
  return { cookies, asked: new URL(location, url).searchParams };
}

/** Comes back with what the provider gives: a code and the state, unless said otherwise. */
export async function comeBack({ url }: TestApp, { cookies, asked }: UnderWay, given: Record<string, string> = {}) {
  const parameters = new URLSearchParams({ code: 'once', state: asked.get('state') ?? '', ...given });
  return browse(`${url}${CALLBACK}?${parameters}`, cookies);
}

/** Who the browser is signed in as; null for nobody. */
export async function whoIs({ url }: TestApp, cookies: Map<string, string>) {
  const { status, body } = await browse(`${url}/api/v1/session`, cookies);
  return status === 200 ? (JSON.parse(body) as { email: string; role: string; departments: string[] }) : null;
}
