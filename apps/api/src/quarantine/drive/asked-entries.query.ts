import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { QuarantineRowsDto } from '#contracts/quarantine-query.dto.ts';
import type { Transaction } from '../../database/database.ts';
import { FILTER_SQL, filterValues } from '../read/quarantine-filter.ts';

/** Rows of one source and kind that are to be driven in again, in the order in which they were seen. */
export interface AskedRows {
  sourceId: string;
  source: string;
  kind: FactKind;
  ids: string[];
}

/** So many at a time; whoever has more drives again. */
const MOST = 100_000;

/** Complaints before what happened to them. */
const ASKED_SQL = `select q.source_id as "sourceId", s.code as source, q.kind,
  array_agg(q.id::text order by q.seen_at, q.row_number, q.position, q.id) as ids
from (select * from quarantine q where ${FILTER_SQL} order by q.seen_at, q.row_number limit ${MOST}) q
join source s on s.organisation_id = q.organisation_id and s.id = q.source_id
group by q.source_id, s.code, q.kind order by q.kind = 'complaint-events', s.code, q.kind`;

export function askedRows({ query, scope }: Transaction, asked: QuarantineRowsDto): Promise<AskedRows[]> {
  return query<AskedRows>(ASKED_SQL, filterValues(scope.organisationId, { ...asked, state: 'open' }));
}
