import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../../database/database.ts';

/**
 * Rows of some kinds that came in from a date up to another, in the organisation's time zone, and still wait to be
 * mended. Which day they are about is not known while they cannot be read.
 */
export const SET_ASIDE_SQL = `
select count(*)::int as rows
from quarantine q join organisation o on o.organisation_id = q.organisation_id
where q.organisation_id = $1 and q.state = 'open' and q.kind = any ($2)
  and q.seen_at >= $3::date::timestamp at time zone o.time_zone
  and q.seen_at < $4::date::timestamp at time zone o.time_zone`;

export async function setAsideRows(
  { query, scope }: Transaction,
  kinds: readonly FactKind[],
  { from, to }: { from: string; to: string },
): Promise<number> {
  const [counted] = await query<{ rows: number }>(SET_ASIDE_SQL, [scope.organisationId, [...kinds], from, to]);
  return counted?.rows ?? 0;
}
