import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { ImportState, RefusalCountDto, WayIn } from '#contracts/imports.dto.ts';
import type { Transaction } from '../database/database.ts';

/** An import as it is kept. */
export interface StoredImport {
  id: string;
  source: string;
  sourceName: string;
  kind: FactKind;
  name: string | null;
  way: WayIn;
  state: ImportState;
  dryRun: boolean;
  bytes: number | null;
  bytesRead: number | null;
  read: number;
  accepted: number;
  updated: number;
  unchanged: number;
  quarantined: number;
  passedOver: Record<string, number>;
  /** Of a dry run, which sets nothing aside. */
  refusals: RefusalCountDto[];
  failure: string | null;
  startedBy: string | null;
  startedAt: Date;
  finishedAt: Date | null;
  undoneAt: Date | null;
  kept: number | null;
  masked: Record<string, number>;
  lastFactAt: Date | null;
}

const SELECT = `select i.id, s.code as source, s.name as "sourceName", i.kind, i.name, i.way, i.state,
  i.dry_run as "dryRun", i.bytes::float8 as bytes, i.bytes_read::float8 as "bytesRead",
  i.read, i.accepted, i.updated, i.unchanged, i.quarantined, i.passed_over as "passedOver", i.masked, i.refusals, i.failure,
  i.started_by as "startedBy", i.started_at as "startedAt", i.finished_at as "finishedAt", i.undone_at as "undoneAt",
  i.kept, i.last_fact_at as "lastFactAt"
from import i join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
where i.organisation_id = $1`;

/** The latest first; one more than asked for where there are more. */
export function storedImports(
  { query, scope }: Transaction,
  { source, before, limit }: { source?: string; before?: string; limit: number },
): Promise<StoredImport[]> {
  return query(
    `${SELECT} and ($2::text is null or s.code = $2)
       and ($3::uuid is null or (i.started_at, i.id) <
         (select b.started_at, b.id from import b where b.organisation_id = $1 and b.id = $3))
     order by i.started_at desc, i.id desc limit $4`,
    [scope.organisationId, source ?? null, before ?? null, limit + 1],
  );
}

/** One import; with `hold` nobody changes it meanwhile. */
export async function storedImport(
  { query, scope }: Transaction,
  id: string,
  hold = false,
): Promise<StoredImport | undefined> {
  const [found] = await query<StoredImport>(`${SELECT} and i.id = $2${hold ? ' for update of i' : ''}`, [
    ...[scope.organisationId, id],
  ]);
  return found;
}

const REFUSALS_SQL = `select q.field, q.code, count(*)::int as rows, min(q.row_number)::float8 as "exampleRow",
  (array_agg(q.message order by q.row_number))[1] as "exampleMessage"
from quarantine q where q.organisation_id = $1 and q.import_id = $2
group by q.field, q.code order by count(*) desc, q.code, q.field limit 200`;

/** Why rows of an import were set aside, the commonest reason first. */
export function refusalCounts({ query, scope }: Transaction, importId: string): Promise<RefusalCountDto[]> {
  return query(REFUSALS_SQL, [scope.organisationId, importId]);
}
