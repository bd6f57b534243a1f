import type { Transaction } from '../database/database.ts';

/**
 * Removes what no longer means anything: sessions beyond every limit, links long run out, failures long forgotten, and
 * devices not seen for half a year.
 */
export async function sweep({ query, scope }: Transaction, nowMs: number): Promise<void> {
  const before = (days: number): string => new Date(nowMs - days * 86_400_000).toISOString();
  const { organisationId } = scope;
  await query(`delete from session where organisation_id = $1 and created_at < $2`, [organisationId, before(8)]);
  await query(`delete from one_time_link where organisation_id = $1 and expires_at < $2`, [organisationId, before(30)]);
  await query(
    `delete from sign_in_failure where organisation_id = $1
       and last_failed_at < case get_byte(bucket, 0) when 4 then $3::timestamptz else $2::timestamptz end`,
    [organisationId, before(2), before(180)],
  );
}
