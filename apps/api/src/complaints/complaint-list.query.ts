import type { ComplaintView } from '#contracts/complaints.dto.ts';
import type { Transaction } from '../database/database.ts';
import { CLOSED, DUE_ON_SQL, FILTER_SQL, filterValues } from './complaint-conditions.ts';
import type { ComplaintCursor } from './complaint-cursor.ts';
import type { ComplaintFilter } from './complaint-filter.ts';
import { SUMMARY_JOINS_SQL, SUMMARY_SQL, type SummaryRow } from './complaint-summary.ts';

/** Open ones by what is due first, then closed ones by what was closed last. */
const PLACE_SQL = `(c.stage = ${CLOSED})::int as closed,
  case when c.stage = ${CLOSED} then date '1970-01-01' - c.closed_on else ${DUE_ON_SQL} - date '1970-01-01' end as place,
  case when c.stage = ${CLOSED} then -c.number else c.number end as tie`;

const LIST_SQL = `select * from (
  select c.id, ${SUMMARY_SQL}, ${PLACE_SQL}
  from complaint c ${SUMMARY_JOINS_SQL}
  where ${FILTER_SQL}
    and ($8 = 'all' or (c.stage = ${CLOSED}) = ($8 = 'closed'))
    and ($8 <> 'overdue' or ${DUE_ON_SQL} < $9::date)
    and ($8 <> 'due-soon' or ${DUE_ON_SQL} between $9::date and $10::date)
) listed
where $11::int is null or (closed, place, tie) > ($11::int, $12::int, $13::int)
order by closed, place, tie limit $14::int`;

export interface ListedComplaint extends SummaryRow {
  id: string;
  closed: number;
  place: number;
  tie: number;
}

export interface ComplaintListQuestion {
  filter: ComplaintFilter;
  view: ComplaintView;
  today: string;
  soonUntil: string;
  after: ComplaintCursor | null;
  limit: number;
}

/** One page of a view of the complaints. */
export function listComplaints(
  { query, scope }: Transaction,
  { filter, view, today, soonUntil, after, limit }: ComplaintListQuestion,
): Promise<ListedComplaint[]> {
  return query<ListedComplaint>(LIST_SQL, [
    ...filterValues(scope.organisationId, filter),
    view,
    today,
    soonUntil,
    ...(after ?? [null, null, null]),
    limit,
  ]);
}
