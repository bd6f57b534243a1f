import type { SourceMasking } from '#domain/masking.ts';
import type { MaskedMonthDto } from '#contracts/masking.dto.ts';
import type { Transaction } from '../database/database.ts';

/** Months that are told; what is older is on the pages of the imports. */
const MONTHS = 12;

export interface StoredMasking extends SourceMasking {
  id: string;
}

const HOLD_SQL = `select 1 from source where organisation_id = $1 and code = $2 for update`;

const MASKING_SQL = `select id, masked_in_feedback as feedback, masked_in_complaints as complaints,
  hospital_numbers as "hospitalNumbers"
from source where organisation_id = $1 and code = $2`;

const MONTHS_SQL = `select month, json_object_agg(detector, count) as masked
from (
  select to_char(date_trunc('month', i.started_at at time zone o.time_zone), 'YYYY-MM') as month,
    m.key as detector, sum(m.value::bigint)::float8 as count
  from import i
    join organisation o on o.organisation_id = i.organisation_id
    cross join jsonb_each_text(i.masked) m
  where i.organisation_id = $1 and i.source_id = $2 and i.undone_at is null and not i.dry_run
  group by 1, 2
) counted
group by month order by month desc limit ${MONTHS}`;

/** What is masked in the words of a source; undefined for one that does not exist. */
export async function sourceMasking({ query, scope }: Transaction, code: string): Promise<StoredMasking | undefined> {
  const [masking] = await query<StoredMasking>(MASKING_SQL, [scope.organisationId, code]);
  return masking;
}

/** The same, and nobody else changes it meanwhile. */
export async function heldMasking(transaction: Transaction, code: string): Promise<StoredMasking | undefined> {
  await transaction.query(HOLD_SQL, [transaction.scope.organisationId, code]);
  return sourceMasking(transaction, code);
}

/** What was masked in what came from a source, by month; an import that was undone counts for nothing. */
export function maskedByMonth({ query, scope }: Transaction, sourceId: string): Promise<MaskedMonthDto[]> {
  return query<MaskedMonthDto>(MONTHS_SQL, [scope.organisationId, sourceId]);
}
