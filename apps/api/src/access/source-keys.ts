import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import type { Transaction } from '../database/database.ts';

/** A key somebody brought, with the source it is for. */
export interface KnownKey {
  keyId: string;
  name: string;
  sourceCode: string;
}

/** A key used so lately is not written to again. */
const USED_EVERY_SECONDS = 60;

/** Finds the keys that machines send rows with. */
@Injectable()
export class SourceKeys {
  constructor(private readonly clock: Clock) {}

  /** The key behind a secret, unless it was revoked or has run out. */
  async find({ query, scope }: Transaction, secretHash: Buffer): Promise<KnownKey | undefined> {
    const now = new Date(this.clock.now()).toISOString();
    const [found] = await query<KnownKey & { stale: boolean }>(FIND, [
      ...[scope.organisationId, secretHash, now, USED_EVERY_SECONDS],
    ]);
    if (found === undefined) return undefined;
    const { stale, ...key } = found;
    if (stale) {
      await query('update machine_key set last_used_at = $3 where organisation_id = $1 and id = $2', [
        ...[scope.organisationId, key.keyId, now],
      ]);
    }
    return key;
  }
}

const FIND = `
select k.id as "keyId", k.name, s.code as "sourceCode",
  coalesce(k.last_used_at < $3::timestamptz - make_interval(secs => $4), true) as stale
from machine_key k
join source s on s.organisation_id = k.organisation_id and s.id = k.source_id
where k.organisation_id = $1 and k.secret_hash = $2
  and k.revoked_at is null and (k.expires_at is null or k.expires_at > $3::timestamptz)`;
