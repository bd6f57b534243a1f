import { Inject, Injectable, Optional } from '@nestjs/common';
import { HOME_ORGANISATION_ID, wholeOf } from '../access/access.ts';
import { Database } from '../database/database.ts';
import { SECRET_KEYS, type SecretKeys } from '../sign-in/second-factor/secret-keys.ts';
import { ownerOf } from './webhook-owner.ts';

interface Kept {
  id: string;
  secret: Buffer;
  former: Buffer | null;
}

/** Seals the secrets of webhooks with the newest key, at a start, where an earlier one sealed them. */
@Injectable()
export class SealWebhooksAnew {
  constructor(
    private readonly database: Database,
    @Optional() @Inject(SECRET_KEYS) private readonly keys?: SecretKeys,
  ) {}

  /** What the operator should know of it, in sentences; none where all is well. */
  async atStart(): Promise<string[]> {
    const { keys } = this;
    if (keys === undefined) return [];
    return this.database.inScope(wholeOf(HOME_ORGANISATION_ID), async ({ query, scope: { organisationId } }) => {
      const all = await query<Kept>(KEPT_SQL, [organisationId]);
      let unreadable = 0;
      for (const { id, secret, former } of all) {
        const owner = ownerOf({ organisationId, id });
        const opened = keys.open(secret, owner);
        if (opened === null) unreadable += 1;
        if (!opened?.outdated) continue;
        const formerSecret = former === null ? undefined : keys.open(former, owner)?.secret;
        const sealedFormer = formerSecret === undefined ? null : keys.seal(formerSecret, owner);
        await query(RENEW_SQL, [organisationId, id, keys.seal(opened.secret, owner), sealedFormer]);
      }
      return unreadable === 0 ? [] : [unreadableWords(unreadable)];
    });
  }
}

const KEPT_SQL = `select id, secret, former_secret as former from webhook where organisation_id = $1 order by id for update`;
const RENEW_SQL = `update webhook set secret = $3, former_secret = $4 where organisation_id = $1 and id = $2`;

const unreadableWords = (count: number): string =>
  `Webhooks whose secret no key given here can read: ${count}. Bring back the key in BEDSIDE_SECRET_KEY, or give them another secret on the page of their source; until then their deliveries are turned away.`;
