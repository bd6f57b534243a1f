import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../../database/database.ts';

const ERASE_SQL = `with gone as (
  delete from quarantine where organisation_id = $1::uuid and kind = $2 and row_id = $3::uuid returning 1
)
select count(*)::int as rows from gone`;

/** Erases what was set aside of a row, by its natural key; tells how many versions of it there were. */
export async function eraseEntries({ query, scope }: Transaction, kind: FactKind, rowId: string): Promise<number> {
  const [gone] = await query<{ rows: number }>(ERASE_SQL, [scope.organisationId, kind, rowId]);
  return gone?.rows ?? 0;
}
