import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

export const CLIENT = 'bedside';
export const SECRET = 'kept between the two';

/** What a provider may hand out in place of a code: a token made by a test, for the nonce it was asked with. */
export type Forge = (provider: FakeProvider) => Promise<string> | string;

/** An identity provider that hands out whatever token a test makes, good or bad. */
export interface FakeProvider {
  issuer: string;
  key: CryptoKey;
  /** What the next code is worth. */
  worth: { forge: Forge; userInfo?: Record<string, unknown> };
  /** Bodies of the requests for tokens, as forms. */
  asked: URLSearchParams[];
  /** What it says of itself, over what is true. */
  says: Record<string, unknown>;
  close(): Promise<void>;
}

export async function openFakeProvider(): Promise<FakeProvider> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const server: Server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: FakeProvider = {
    ...{ issuer, key: privateKey, worth: { forge: () => '' }, asked: [], says: {} },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const answers: Record<string, (body: string) => unknown> = {
    '/.well-known/openid-configuration': () => ({
      ...{ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` },
      ...{ jwks_uri: `${issuer}/keys`, userinfo_endpoint: `${issuer}/me`, end_session_endpoint: `${issuer}/end` },
      ...{ response_types_supported: ['code'], id_token_signing_alg_values_supported: ['RS256'] },
      ...provider.says,
    }),
    '/keys': () => ({ keys: [jwk] }),
    '/me': () => provider.worth.userInfo,
    '/token': async (body) => {
      provider.asked.push(new URLSearchParams(body));
      const idToken = await provider.worth.forge(provider);
      return { access_token: 'opaque', token_type: 'Bearer', expires_in: 60, ...(idToken && { id_token: idToken }) };
    },
  };
  server.on('request', (request, response) => {
    void (async () => {
      const answer = await answers[request.url ?? '']?.(await text(request));
      response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer ?? {}));
    })();
  });
  return provider;
}

/** A token of this provider: good, unless what is said differs. */
export function tokenOf(
  { issuer, key }: FakeProvider,
  claims: JWTPayload,
  { signedBy = key, kid = 'one' }: { signedBy?: CryptoKey | Uint8Array; kid?: string } = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const alg = signedBy instanceof Uint8Array ? 'HS256' : 'RS256';
  return new SignJWT({ iss: issuer, aud: CLIENT, iat: now, exp: now + 60, ...claims })
    .setProtectedHeader({ alg, kid })
    .sign(signedBy);
}
