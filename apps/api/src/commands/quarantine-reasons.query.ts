import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../database/database.ts';

/** Rows of one source kept aside for one reason. */
export interface QuarantineReason {
  source: string;
  kind: FactKind;
  field: string | null;
  code: string;
  rows: number;
  lastSeenAt: string;
  /** The first of the rows that were seen last: its line in the file, or its position in what was sent. */
  exampleRow: number;
  exampleMessage: string;
}

export interface QuarantineFilter {
  source?: string;
  kind?: FactKind;
  limit: number;
}

/** Why rows were kept aside, the most recent reasons first. */
export function quarantineReasons(
  { query, scope }: Transaction,
  filter: QuarantineFilter,
): Promise<QuarantineReason[]> {
  return query(REASONS, [scope.organisationId, filter.source ?? null, filter.kind ?? null, filter.limit]);
}

const REASONS = `
  select s.code as "source", q.kind, q.field, q.code, count(*)::int as "rows",
    to_char(max(q.seen_at), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastSeenAt",
    (array_agg(q.row_number order by q.seen_at desc, q.row_number))[1]::int as "exampleRow",
    (array_agg(q.message order by q.seen_at desc, q.row_number))[1] as "exampleMessage"
  from quarantine q join source s on s.organisation_id = q.organisation_id and s.id = q.source_id
  where q.organisation_id = $1 and q.state = 'open' and ($2::text is null or s.code = $2) and ($3::text is null or q.kind = $3)
  group by s.code, q.kind, q.field, q.code
  order by max(q.seen_at) desc, count(*) desc, s.code, q.kind, q.field, q.code
  limit $4`;
