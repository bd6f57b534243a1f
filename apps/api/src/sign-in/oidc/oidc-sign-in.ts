import { Injectable, Logger } from '@nestjs/common';
import {
  AuthorizationResponseError,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
} from 'openid-client';
import { HOME_ORGANISATION_ID, wholeOf } from '../../access/access.ts';
import { audit } from '../../audit/audit.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { PublicAddress } from '../../mail/public-address.ts';
import { type Account, actorOf } from '../account.ts';
import { FrontDoor } from '../front-door.ts';
import { nextStep } from '../password-sign-in.ts';
import { type Visitor, strangerAt } from '../visitor.ts';
import { accountOfIdentity } from './accounts-of-identities.ts';
import { placementOf } from './claim-mapping.ts';
import { type Identity, identityOf } from './identity.ts';
import { IdentityProvider } from './identity-provider.ts';
import type { IdentityRefusal } from './identity-refusal.ts';
import { IdentityRequests, newRequestText } from './identity-requests.ts';

export const CALLBACK_PATH = '/api/v1/sign-in/oidc/callback';

/** Where a browser goes next, and what it is to keep. */
export type CameBack =
  | { refusal: IdentityRefusal }
  | { returnTo: string; token: string; deviceText?: string; next: ReturnType<typeof nextStep> };

/** Sends people to the hospital's own sign-in, and lets in those it vouches for. */
@Injectable()
export class OidcSignIn {
  private readonly logger = new Logger('identity-provider');

  constructor(
    private readonly database: Database,
    private readonly provider: IdentityProvider,
    private readonly requests: IdentityRequests,
    private readonly address: PublicAddress,
    private readonly door: FrontDoor,
    private readonly clock: Clock,
  ) {}

  /** The provider's address to go to, and the text that ties the browser to this request. */
  async start(visitor: Visitor, returnTo: string): Promise<{ url: string; browser: string } | null> {
    const { scope } = this.provider.settings;
    const configuration = await this.provider.configuration().catch((error: unknown) => this.tell(error));
    if (configuration === undefined) return null;
    const [state, browser, nonce, verifier] = [
      ...[newRequestText(), newRequestText(), randomNonce(), randomPKCECodeVerifier()],
    ] as const;
    await this.database.inScope(strangerScope(visitor), (transaction) =>
      this.requests.begin(transaction, { state, browser, nonce, verifier, returnTo }),
    );
    const url = buildAuthorizationUrl(configuration, {
      ...{ redirect_uri: `${this.address.url}${CALLBACK_PATH}`, scope, state, nonce },
      ...{ code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
    });
    return { url: url.href, browser };
  }

  /** Takes the provider's answer, as the address the browser came back to. */
  async finish(visitor: Visitor, search: string, browser: string | undefined): Promise<CameBack> {
    const { settings } = this.provider;
    const url = new URL(`${this.address.url}${CALLBACK_PATH}${search}`);
    const state = url.searchParams.get('state');
    const request = await this.database.inScope(strangerScope(visitor), (transaction) =>
      this.requests.takeUp(transaction, state, browser),
    );
    if (request === undefined || state === null) return this.refuse(visitor, 'expired');
    const configuration = await this.provider.configuration().catch((error: unknown) => this.tell(error));
    if (configuration === undefined) return this.refuse(visitor, 'unreachable');
    const checks = { pkceCodeVerifier: request.verifier, expectedNonce: request.nonce, expectedState: state };
    let identity: Identity;
    try {
      const tokens = await authorizationCodeGrant(configuration, url, { ...checks, idTokenExpected: true });
      identity = await identityOf(configuration, tokens, [settings.roleClaim, settings.departmentClaim]);
    } catch (error) {
      this.tell(error);
      return this.refuse(visitor, refusalFor(error));
    }
    const placement = placementOf(identity.claims, settings);
    if (placement === null) return this.refuse(visitor, 'no-role');
    const found = await this.database.inScope(strangerScope(visitor), (transaction) =>
      accountOfIdentity(transaction, identity, placement, this.clock.now()),
    );
    if ('refusal' in found) return this.refuse(visitor, found.refusal, found.accountId);
    return { returnTo: request.returnTo, ...(await this.letIn(visitor, found.account, identity)) };
  }

  /** Where to be signed out at the provider, and come back from to the door; null where it offers no such thing. */
  signOutAddress(): Promise<string | null> {
    return this.provider.signOutAddress(`${this.address.url}/sign-in`);
  }

  /** The second factor is the provider's business, unless the organisation asks for one and the provider did not. */
  private letIn(visitor: Visitor, account: Account, { multiFactor }: Identity) {
    const scope = wholeOf(HOME_ORGANISATION_ID, actorOf(account, visitor.address));
    return this.database.inScope(scope, async (transaction) => {
      const next = account.secondFactorRequired && !multiFactor ? nextStep(account) : 'in';
      if (next !== 'in') return { next, token: await this.door.halfWay(transaction, visitor, account) };
      return { next, ...(await this.door.letIn(transaction, visitor, account, 'identity-provider')) };
    });
  }

  private async refuse(visitor: Visitor, refusal: IdentityRefusal, accountId?: string): Promise<CameBack> {
    await this.database.inScope(strangerScope(visitor), async (transaction) =>
      audit(transaction, {
        action: 'session.refused',
        ...(accountId && { subject: { kind: 'account', id: accountId } }),
        details: { shown: 'identity-provider', why: refusal },
      }),
    );
    return { refusal };
  }

  /** The kind of failure alone: messages may repeat what a token says. */
  private tell(error: unknown): undefined {
    const { name, code } = (error ?? {}) as { name?: string; code?: string };
    this.logger.warn(`no answer that counts: ${name ?? 'error'} ${code ?? ''}`);
  }
}

const strangerScope = ({ address }: Visitor) => wholeOf(HOME_ORGANISATION_ID, strangerAt(address));

const NOT_THERE = new Set(['OAUTH_TIMEOUT', 'ECONNREFUSED', 'ENOTFOUND', 'ECONNRESET']);

function refusalFor(error: unknown): IdentityRefusal {
  if (error instanceof AuthorizationResponseError) return error.error === 'access_denied' ? 'cancelled' : 'not-valid';
  const { code, cause } = (error ?? {}) as { code?: string; cause?: { code?: string } };
  const there = !NOT_THERE.has(code ?? '') && !NOT_THERE.has(cause?.code ?? '') && !isFailedFetch(error);
  return there ? 'not-valid' : 'unreachable';
}

const isFailedFetch = (error: unknown): boolean => error instanceof TypeError && error.message === 'fetch failed';
