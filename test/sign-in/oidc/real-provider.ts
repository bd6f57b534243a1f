import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import Provider from 'oidc-provider';
import { CLIENT, SECRET } from './fake-provider.ts';

/** Whom the provider knows, by the name they sign in with. */
export const PEOPLE: Record<string, Record<string, unknown>> = {
  rasa: {
    ...{ name: 'Rasa Kalniņa', email: 'rasa@hospital.example', email_verified: true },
    ...{ roles: ['leads'], departments: ['ward-4b'] },
  },
  boss: { name: 'Ona Petrauskienė', email: 'ona@hospital.example', email_verified: true, roles: ['cx-admins'] },
  visitor: { name: 'A Visitor', email: 'visitor@elsewhere.example', email_verified: true, roles: ['visitors'] },
};

export interface RealProvider {
  issuer: string;
  /** Lets an app at this address send people here. */
  serve(appUrl: string): void;
  close(): Promise<void>;
}

/** A certified OpenID provider on a port of this machine; whoever gives a name is signed in, whatever the password. */
export async function openRealProvider(): Promise<RealProvider> {
  const jwk = await exportJWK((await generateKeyPair('RS256', { extractable: true })).privateKey);
  let answer: ReturnType<Provider['callback']> | undefined;
  const server = createServer((request, response) => answer?.(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    serve: (appUrl) => {
      answer = quietly(() => new Provider(issuer, configurationFor(appUrl, jwk)).callback());
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const configurationFor = (appUrl: string, jwk: JWK) => ({
  jwks: { keys: [jwk] },
  ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
  clients: [
    {
      ...{ client_id: CLIENT, client_secret: SECRET, grant_types: ['authorization_code'], response_types: ['code'] },
      redirect_uris: [`${appUrl}/api/v1/sign-in/oidc/callback`],
      post_logout_redirect_uris: [`${appUrl}/sign-in`],
    },
  ],
  claims: {
    openid: ['sub'],
    profile: ['name', 'roles', 'departments'],
    email: ['email', 'email_verified'],
  },
  findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
  pkce: { required: () => true },
  cookies: { keys: ['only for tests'] },
  features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
});

/** Without the provider's warning that its pages are for tests alone, which these are. */
function quietly<Result>(work: () => Result): Result {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return work();
  } finally {
    console.warn = warn;
  }
}
