import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import {
  allowInsecureRequests,
  buildEndSessionUrl,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  customFetch,
  type CustomFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
} from 'openid-client';
import { OIDC_SETTINGS, type OidcSettings } from './oidc-settings.ts';

/** The provider's answers have to be here in this time. */
const WITHIN_SECONDS = 10;
/** What a provider says of itself is asked for anew after this. */
const KNOWN_FOR_MS = 3_600_000;

/** The hospital's own sign-in: where it is, what it is called, and how to talk to it. */
@Injectable()
export class IdentityProvider {
  private known: { until: number; configuration: Promise<Configuration> } | undefined;

  constructor(@Inject(OIDC_SETTINGS) private readonly given: OidcSettings | undefined) {}

  /** What people call it; null where there is none. */
  get name(): string | null {
    return this.given?.name ?? null;
  }

  get settings(): OidcSettings {
    if (this.given === undefined) throw new NotFoundException('Bedside uses no identity provider here.');
    return this.given;
  }

  /** Where to go to be signed out at the provider as well; null where it offers none, or does not answer. */
  async signOutAddress(returnTo: string): Promise<string | null> {
    const configuration = await this.configuration().catch(() => null);
    if (configuration?.serverMetadata().end_session_endpoint === undefined) return null;
    return buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo }).href;
  }

  /** What the provider says of itself; asked once an hour, and again after it could not be reached. */
  configuration(): Promise<Configuration> {
    const { settings } = this;
    if (this.known === undefined || this.known.until < Date.now()) {
      const configuration = discover(settings);
      this.known = { until: Date.now() + KNOWN_FOR_MS, configuration };
      configuration.catch(() => {
        if (this.known?.configuration === configuration) this.known = undefined;
      });
    }
    return this.known.configuration;
  }
}

async function discover({ issuer, clientId, clientSecret, alsoAsk }: OidcSettings): Promise<Configuration> {
  const server = new URL(issuer);
  return discovery(server, clientId, {}, clientSecret === undefined ? None() : withSecret(clientSecret), {
    [customFetch]: asking([server.origin, ...alsoAsk]),
    timeout: WITHIN_SECONDS,
    // Tokens come straight from the provider, but their signatures are checked all the same.
    execute: [enableNonRepudiationChecks, ...(server.protocol === 'http:' ? [allowInsecureRequests] : [])],
  });
}

/** Asks these origins and no others, whatever a provider's description of itself may say. */
function asking(origins: readonly string[]): CustomFetch {
  return async (url, { body, ...options }) => {
    if (!origins.includes(new URL(url).origin)) {
      throw new Error('the identity provider names an address elsewhere; see BEDSIDE_OIDC_ALSO_ASK');
    }
    return fetch(url, { ...options, body: body as BodyInit | null | undefined, redirect: 'manual' });
  };
}

/** Shows the secret in the way the provider takes it, by preference in a header. */
function withSecret(secret: string): ClientAuth {
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const show = ways.includes('client_secret_basic') ? ClientSecretBasic(secret) : ClientSecretPost(secret);
    show(server, client, body, headers);
  };
}
