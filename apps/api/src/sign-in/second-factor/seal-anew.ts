import { Inject, Injectable, Optional } from '@nestjs/common';
import { HOME_ORGANISATION_ID, wholeOf } from '../../access/access.ts';
import { Database } from '../../database/database.ts';
import { NO_SECRET_KEY } from './installation-secret-keys.ts';
import { SECRET_KEYS, type SecretKeys } from './secret-keys.ts';
import { TOTP_SECRET_BYTES } from './totp.ts';

/** Seals with the newest key, at a start, what was kept with an earlier one or with none. */
@Injectable()
export class SealAnew {
  constructor(
    private readonly database: Database,
    @Optional() @Inject(SECRET_KEYS) private readonly keys?: SecretKeys,
  ) {}

  /** What the operator should know of it, in sentences; none where all is well. */
  async atStart(): Promise<string[]> {
    const { keys } = this;
    if (keys === undefined) return [NO_SECRET_KEY];
    return this.database.inScope(wholeOf(HOME_ORGANISATION_ID), async ({ query, scope: { organisationId } }) => {
      const kept = await query<{ id: string; stored: Buffer }>(KEPT_SQL, [organisationId]);
      let [renewed, unreadable] = [0, 0];
      for (const { id, stored } of kept) {
        const owner = { organisationId, id };
        const opened =
          stored.length === TOTP_SECRET_BYTES ? { secret: stored, outdated: true } : keys.open(stored, owner);
        if (opened === null) unreadable += 1;
        if (!opened?.outdated) continue;
        await query(RENEW_SQL, [organisationId, id, stored, keys.seal(opened.secret, owner)]);
        renewed += 1;
      }
      return [
        ...(renewed > 0 ? [`The secrets of second factors were sealed with the new key: ${renewed} of them.`] : []),
        ...(unreadable > 0 ? [unreadableWords(unreadable)] : []),
      ];
    });
  }
}

const KEPT_SQL = `
select id, totp_secret as stored from account where organisation_id = $1 and totp_secret is not null order by id for update`;

const RENEW_SQL = `update account set totp_secret = $4 where organisation_id = $1 and id = $2 and totp_secret = $3`;

const unreadableWords = (count: number): string =>
  `Second factors that no key given here can read: ${count}. Bring back the key in BEDSIDE_SECRET_KEY, or reset them under Administration, People; until then their owners get in with recovery codes.`;
