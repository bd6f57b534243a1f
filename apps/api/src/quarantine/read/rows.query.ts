import type { QuarantineRowDto } from '#contracts/quarantine.dto.ts';
import type { QuarantineFilterDto } from '#contracts/quarantine-query.dto.ts';
import type { Transaction } from '../../database/database.ts';
import { FILTER_SQL, filterValues } from './quarantine-filter.ts';
import type { RowCursor } from './row-cursor.ts';

/** What lists show of a row; the file's name is part of the import, which may have been forgotten. */
export const ROW_SQL = `q.id, q.import_id as import, i.name as file, s.code as source, q.kind, q.row_number::float8 as row,
  q.field, q.code, q.message, q.said, q.seen_at as "seenAt", q.state, q.settled_how as how, q.state_at as "stateAt",
  q.reason, q.mended is not null as mended`;

export const ROW_JOINS_SQL = `join source s on s.organisation_id = q.organisation_id and s.id = q.source_id
left join import i on i.organisation_id = q.organisation_id and i.id = q.import_id`;

const LIST_SQL = `select ${ROW_SQL} from quarantine q ${ROW_JOINS_SQL}
where ${FILTER_SQL}
  and ($11::timestamptz is null or q.seen_at < $11 or (q.seen_at = $11 and (q.row_number, q.id) > ($12::bigint, $13::uuid)))
order by q.seen_at desc, q.row_number, q.id limit $14::int`;

const COUNT_SQL = `select count(*)::int as total from quarantine q where ${FILTER_SQL}`;

export type ListedRow = Omit<QuarantineRowDto, 'seenAt' | 'stateAt'> & { seenAt: Date; stateAt: Date | null };

export const describeRow = ({ seenAt, stateAt, ...row }: ListedRow): QuarantineRowDto => ({
  ...row,
  seenAt: seenAt.toISOString(),
  stateAt: stateAt?.toISOString() ?? null,
});

/** One page of the rows that a filter finds, those seen last first. */
export function listRows(
  { query, scope }: Transaction,
  filter: QuarantineFilterDto,
  after: RowCursor | null,
  limit: number,
): Promise<ListedRow[]> {
  const place = after === null ? [null, null, null] : [new Date(after.seenAt), after.row, after.id];
  return query<ListedRow>(LIST_SQL, [...filterValues(scope.organisationId, filter), ...place, limit]);
}

export async function countRows({ query, scope }: Transaction, filter: QuarantineFilterDto): Promise<number> {
  const [counted] = await query<{ total: number }>(COUNT_SQL, filterValues(scope.organisationId, filter));
  return counted?.total ?? 0;
}
