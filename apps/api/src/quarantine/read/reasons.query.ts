import type { QuarantineReasonDto } from '#contracts/quarantine.dto.ts';
import type { QuarantineFilterDto } from '#contracts/quarantine-query.dto.ts';
import type { Transaction } from '../../database/database.ts';
import { FILTER_SQL, filterValues } from './quarantine-filter.ts';

const MOST = 200;

const REASONS_SQL = `select s.code as source, s.name as "sourceName", q.kind, q.field, q.code, count(*)::int as rows,
  min(q.seen_at) as "oldestAt", max(q.seen_at) as "newestAt",
  (array_agg(q.message order by q.seen_at desc, q.row_number))[1] as message
from quarantine q join source s on s.organisation_id = q.organisation_id and s.id = q.source_id
where ${FILTER_SQL}
group by s.code, s.name, q.kind, q.field, q.code
order by count(*) desc, max(q.seen_at) desc, s.code, q.kind, q.field, q.code limit ${MOST}`;

type Row = Omit<QuarantineReasonDto, 'oldestAt' | 'newestAt'> & { oldestAt: Date; newestAt: Date };

/** Why rows were set aside, the most frequent reasons first. */
export async function reasonsOf(
  { query, scope }: Transaction,
  filter: QuarantineFilterDto,
): Promise<QuarantineReasonDto[]> {
  const rows = await query<Row>(REASONS_SQL, filterValues(scope.organisationId, filter));
  return rows.map((row) => ({ ...row, oldestAt: row.oldestAt.toISOString(), newestAt: row.newestAt.toISOString() }));
}

const STANDING_SQL = `select count(*) filter (where q.state = 'open')::int as open,
  count(*) filter (where q.state = 'dismissed')::int as dismissed,
  count(*) filter (where q.state = 'settled')::int as settled,
  min(q.seen_at) filter (where q.state = 'open') as oldest,
  (select quarantine_days from organisation where organisation_id = $1::uuid) as "keptDays",
  count(*) filter (where q.state = 'open' and q.seen_at <
    $2::timestamptz - make_interval(days => (select quarantine_days from organisation where organisation_id = $1::uuid)))::int
    as "goingSoon"
from quarantine q where q.organisation_id = $1::uuid`;

const DAY_MS = 86_400_000;
const SOON_DAYS = 7;

/** How many rows are where, and when the next of those that wait are let go. */
export async function standingOf({ query, scope }: Transaction, now: number) {
  const [row] = await query<{
    open: number;
    dismissed: number;
    settled: number;
    oldest: Date | null;
    keptDays: number | null;
    goingSoon: number;
  }>(STANDING_SQL, [scope.organisationId, new Date(now + SOON_DAYS * DAY_MS)]);
  if (row === undefined) throw new Error('a count is one row');
  const { oldest, ...standing } = row;
  const goes = oldest === null || row.keptDays === null ? null : oldest.getTime() + row.keptDays * DAY_MS;
  return { ...standing, nextGoesAt: goes === null ? null : new Date(Math.max(goes, now)).toISOString() };
}
