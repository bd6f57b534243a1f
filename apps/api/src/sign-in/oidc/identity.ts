import type { Configuration, TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import { fetchUserInfo } from 'openid-client';
import { emailAddressOf } from '#domain/email-address.ts';
import { valuesOf } from './claim-mapping.ts';

/** Somebody, as the provider vouches for them. */
export interface Identity {
  issuer: string;
  subject: string;
  name: string;
  email: string | null;
  /** True only when the provider says that the address is theirs. */
  emailVerified: boolean;
  /** True when the provider says that it asked for more than one factor. */
  multiFactor: boolean;
  claims: Readonly<Record<string, unknown>>;
}

const LONGEST_NAME = 120;
const EMAIL = /^[^\s@]{1,64}@[^\s@]{1,189}$/;

/**
 * Reads who it is from tokens that were checked. What the ID token does not say is asked of the provider; what it says,
 * counts.
 */
export async function identityOf(
  configuration: Configuration,
  tokens: TokenEndpointResponse & TokenEndpointResponseHelpers,
  wanted: readonly string[],
): Promise<Identity> {
  const token = tokens.claims();
  if (token === undefined) throw new Error('the provider sent no ID token');
  const complete = [...wanted, 'email', 'name'].every((claim) => valuesOf(token, claim).length > 0);
  const more =
    complete || configuration.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await fetchUserInfo(configuration, tokens.access_token, token.sub);
  const claims: Record<string, unknown> = { ...more, ...token };
  const text = (claim: string): string => valuesOf(claims, claim)[0]?.normalize('NFC').trim() ?? '';
  const email = emailAddressOf(text('email'));
  return {
    issuer: token.iss,
    subject: token.sub,
    name: (text('name') || text('preferred_username') || email || token.sub).slice(0, LONGEST_NAME),
    email: EMAIL.test(email) ? email : null,
    emailVerified: claims.email_verified === true,
    multiFactor: valuesOf(claims, 'amr').includes('mfa'),
    claims,
  };
}
