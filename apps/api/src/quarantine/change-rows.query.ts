import type { QuarantineFilterDto } from '#contracts/quarantine-query.dto.ts';
import type { Transaction } from '../database/database.ts';
import { FILTER_SQL, filterValues } from './read/quarantine-filter.ts';

type Named = QuarantineFilterDto & { ids?: readonly string[] };

const changing = (change: string, condition = 'true'): string => `with meant as (
  select q.id from quarantine q where ${FILTER_SQL} and ${condition} order by q.id for update
), changed as (
  update quarantine q set ${change} from meant where q.organisation_id = $1::uuid and q.id = meant.id returning 1
)
select count(*)::int as rows from changed`;

const DISMISS_SQL = changing(`state = 'dismissed', state_at = $11::timestamptz, reason = $12`);
const RESTORE_SQL = changing(`state = 'open', state_at = null, reason = null`, 'q.state_at > $11::timestamptz');

/** Leaves rows that wait out for good; tells how many. */
export async function dismissRows({ query, scope }: Transaction, named: Named, at: Date, reason: string) {
  const values = filterValues(scope.organisationId, { ...named, state: 'open' });
  const [changed] = await query<{ rows: number }>(DISMISS_SQL, [...values, at, reason]);
  return changed?.rows ?? 0;
}

/** Takes that back, for rows that were left out after this moment. */
export async function restoreRows({ query, scope }: Transaction, named: Named, after: Date): Promise<number> {
  const values = filterValues(scope.organisationId, { ...named, state: 'dismissed' });
  const [changed] = await query<{ rows: number }>(RESTORE_SQL, [...values, after]);
  return changed?.rows ?? 0;
}

const MEND_SQL = `update quarantine set mended = $3::jsonb, field = $4, code = $5, message = $6, said = null
where organisation_id = $1::uuid and id = $2::uuid`;

/** Keeps what people have mended in a row, with the reason that holds then. */
export async function saveMended(
  { query, scope }: Transaction,
  id: string,
  mended: object | null,
  { field, code, message }: { field: string | null; code: string; message: string },
): Promise<void> {
  const text = mended === null ? null : JSON.stringify(mended);
  await query(MEND_SQL, [scope.organisationId, id, text, field, code, message]);
}
