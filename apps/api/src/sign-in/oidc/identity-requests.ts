import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.ts';
import type { Transaction } from '../../database/database.ts';

/** What has to be remembered between sending somebody to the provider and their coming back. */
export interface IdentityRequest {
  nonce: string;
  verifier: string;
  /** The page they wanted. */
  returnTo: string;
}

/** So long somebody may take at the provider. */
export const REQUEST_SECONDS = 600;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const TEXT = /^[\w-]{43}$/;

/** A secret of 256 bits, as browsers and addresses carry it. */
export const newRequestText = (): string => randomBytes(32).toString('base64url');

/** Requests that are under way at the provider; each is taken up once, by the browser that began it. */
@Injectable()
export class IdentityRequests {
  constructor(private readonly clock: Clock) {}

  async begin(
    { query, scope }: Transaction,
    { state, browser, nonce, verifier, returnTo }: IdentityRequest & { state: string; browser: string },
  ): Promise<void> {
    await query('delete from identity_request where organisation_id = $1 and expires_at < $2', [
      ...[scope.organisationId, this.at(0)],
    ]);
    await query(
      `insert into identity_request (organisation_id, state_hash, nonce, verifier, browser_hash, return_to, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [scope.organisationId, digest(state), nonce, verifier, digest(browser), returnTo, this.at(REQUEST_SECONDS)],
    );
  }

  /** Takes up the request; undefined for one that nobody began, that is over, was taken up, or began elsewhere. */
  async takeUp(
    { query, scope }: Transaction,
    state: string | null,
    browser: string | undefined,
  ): Promise<IdentityRequest | undefined> {
    if (!TEXT.test(state ?? '') || !TEXT.test(browser ?? '')) return undefined;
    const [request] = await query<IdentityRequest>(
      `delete from identity_request
       where organisation_id = $1 and state_hash = $2 and browser_hash = $3 and expires_at > $4
       returning nonce, verifier, return_to as "returnTo"`,
      [scope.organisationId, digest(state ?? ''), digest(browser ?? ''), this.at(0)],
    );
    return request;
  }

  private at(secondsFromNow: number): string {
    return new Date(this.clock.now() + secondsFromNow * 1_000).toISOString();
  }
}
