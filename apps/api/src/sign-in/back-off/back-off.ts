import { HttpException, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock.ts';
import type { Transaction } from '../../database/database.ts';
import type { Bucket } from './bucket.ts';
import { failuresAt, waitSeconds } from './delay.ts';

/** Too early for another attempt; says how many seconds to wait. */
export class TooEarly extends HttpException {
  constructor(readonly waitSeconds: number) {
    super({ statusCode: 429, message: TOO_EARLY, error: 'Too Many Requests', waitSeconds }, 429);
  }
}

const TOO_EARLY =
  'Too many attempts have failed. Wait a little, then try again; if you have forgotten your password, have a link sent to you.';

interface Stored {
  key: string;
  failures: number;
  lastFailedAtMs: number;
}

/** Counts failed attempts, and says when the next is too early. */
@Injectable()
export class BackOff {
  constructor(private readonly clock: Clock) {}

  /**
   * Counts an attempt as failed before it is looked at, so that of a hundred sent at once no more are looked at than of
   * a hundred sent in turn; throws TooEarly, counting nothing, when one of the buckets asks to wait.
   */
  async countAttempt(transaction: Transaction, buckets: readonly Bucket[]): Promise<void> {
    const stored = await this.hold(transaction, buckets);
    const nowMs = this.clock.now();
    const waits = buckets.map(({ kind, key }) => waitSeconds(kind, found(stored, key), nowMs));
    const longest = Math.max(...waits);
    if (longest > 0) throw new TooEarly(longest);
    for (const { key } of buckets) await this.write(transaction, key, failuresAt(found(stored, key), nowMs) + 1);
  }

  /** The attempt was right: it is taken back from every bucket, and `clean` ones forget all. */
  async forgive(transaction: Transaction, buckets: readonly Bucket[], clean: readonly Bucket[]): Promise<void> {
    const stored = await this.hold(transaction, [...buckets, ...clean]);
    const nowMs = this.clock.now();
    for (const { key } of buckets) {
      await this.write(transaction, key, Math.max(0, failuresAt(found(stored, key), nowMs) - 1));
    }
    for (const { key } of clean) await this.write(transaction, key, 0);
  }

  /** True when something has been counted in a bucket, were it only a success. */
  async knows({ query, scope }: Transaction, { key }: Bucket): Promise<boolean> {
    const rows = await query('select 1 from sign_in_failure where organisation_id = $1 and bucket = $2', [
      scope.organisationId,
      key,
    ]);
    return rows.length > 0;
  }

  /** The rows of the buckets, made where they were missing and locked in one order, so that rivals wait their turn. */
  private async hold({ query, scope }: Transaction, buckets: readonly Bucket[]): Promise<ReadonlyMap<string, Stored>> {
    const keys = buckets.map(({ key }) => key);
    await query(
      `insert into sign_in_failure (organisation_id, bucket, failures, last_failed_at)
       select $1, key, 0, $3 from (select distinct unnest($2::bytea[]) as key) wanted order by key
       on conflict do nothing`,
      [scope.organisationId, keys, this.now()],
    );
    const rows = await query<Stored>(
      `select encode(bucket, 'hex') as key, failures, (extract(epoch from last_failed_at) * 1000)::float8 as "lastFailedAtMs"
       from sign_in_failure where organisation_id = $1 and bucket = any ($2::bytea[]) order by bucket for update`,
      [scope.organisationId, keys],
    );
    return new Map(rows.map((row) => [row.key, row]));
  }

  private async write({ query, scope }: Transaction, key: Buffer, failures: number): Promise<void> {
    await query(
      'update sign_in_failure set failures = $3, last_failed_at = $4 where organisation_id = $1 and bucket = $2',
      [scope.organisationId, key, failures, this.now()],
    );
  }

  private now(): string {
    return new Date(this.clock.now()).toISOString();
  }
}

function found(stored: ReadonlyMap<string, Stored>, key: Buffer): Stored {
  const row = stored.get(key.toString('hex'));
  if (row === undefined) throw new Error('a bucket that was made is missing');
  return row;
}
