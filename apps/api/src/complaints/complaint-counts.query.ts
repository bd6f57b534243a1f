import type { ComplaintCountsDto } from '#contracts/complaints.dto.ts';
import type { Transaction } from '../database/database.ts';
import { CLOSED, DUE_ON_SQL, FILTER_SQL, filterValues } from './complaint-conditions.ts';
import type { ComplaintFilter } from './complaint-filter.ts';

const COUNTS_SQL = `select count(*) filter (where c.stage <> ${CLOSED})::int as open,
  count(*) filter (where c.stage <> ${CLOSED} and ${DUE_ON_SQL} < $8::date)::int as overdue,
  count(*) filter (where c.stage <> ${CLOSED} and ${DUE_ON_SQL} between $8::date and $9::date)::int as "dueSoon",
  count(*) filter (where c.stage = ${CLOSED})::int as closed
from complaint c where ${FILTER_SQL}`;

/** How many complaints each view holds under the same filter. */
export async function countComplaints(
  { query, scope }: Transaction,
  filter: ComplaintFilter,
  { today, soonUntil }: { today: string; soonUntil: string },
): Promise<ComplaintCountsDto> {
  const [counts] = await query<ComplaintCountsDto>(COUNTS_SQL, [
    ...filterValues(scope.organisationId, filter),
    today,
    soonUntil,
  ]);
  return counts ?? { open: 0, overdue: 0, dueSoon: 0, closed: 0 };
}
