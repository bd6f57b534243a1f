import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newToken } from '../access/secret.ts';
import { Clock } from '../clock/clock.ts';
import type { Transaction } from '../database/database.ts';

/** What somebody who was handed a link may do with it, once. */
export const LINK_PURPOSES = ['first-administrator', 'invitation', 'password-reset'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

export interface NewLink {
  purpose: LinkPurpose;
  /** Whom it is for; null for the first administrator, who is yet to be. */
  accountId: string | null;
  validForHours: number;
}

/** A link that is worth something at this moment. */
export interface KnownLink {
  linkId: string;
  accountId: string | null;
}

const HOUR_MS = 3_600_000;

/** Secrets in links: each opens one thing, once, for a while. A new one for the same thing voids those before it. */
@Injectable()
export class OneTimeLinks {
  constructor(private readonly clock: Clock) {}

  /** Makes one; the text goes into the link, behind the #, and is kept nowhere else. */
  async create(transaction: Transaction, { purpose, accountId, validForHours }: NewLink): Promise<string> {
    const { query, scope } = transaction;
    await this.void(transaction, purpose, accountId);
    const { text, secretHash } = newToken(scope.organisationId);
    await query(
      `insert into one_time_link (organisation_id, id, secret_hash, purpose, account_id, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[scope.organisationId, randomUUID(), secretHash, purpose, accountId],
        ...[this.at(0), this.at(validForHours * HOUR_MS)],
      ],
    );
    return text;
  }

  /** The link behind a secret, unless it was used, voided or has run out; it stays as it is. */
  async find({ query, scope }: Transaction, purpose: LinkPurpose, secretHash: Buffer): Promise<KnownLink | undefined> {
    const [found] = await query<KnownLink>(
      `select id as "linkId", account_id as "accountId" from one_time_link
       where organisation_id = $1 and secret_hash = $2 and purpose = $3 and used_at is null and expires_at > $4`,
      [scope.organisationId, secretHash, purpose, this.at(0)],
    );
    return found;
  }

  /** As `find`, and uses it up: of two who come at once, one finds it used. */
  async use({ query, scope }: Transaction, purpose: LinkPurpose, secretHash: Buffer): Promise<KnownLink | undefined> {
    const [used] = await query<KnownLink>(
      `update one_time_link set used_at = $4
       where organisation_id = $1 and secret_hash = $2 and purpose = $3 and used_at is null and expires_at > $4
       returning id as "linkId", account_id as "accountId"`,
      [scope.organisationId, secretHash, purpose, this.at(0)],
    );
    return used;
  }

  /** Makes the links of a purpose worthless for an account. */
  async void({ query, scope }: Transaction, purpose: LinkPurpose, accountId: string | null): Promise<void> {
    await query(
      `delete from one_time_link
       where organisation_id = $1 and purpose = $2 and account_id is not distinct from $3::uuid and used_at is null`,
      [scope.organisationId, purpose, accountId],
    );
  }

  private at(laterMs: number): string {
    return new Date(this.clock.now() + laterMs).toISOString();
  }
}
