import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { ImportState } from '#contracts/imports.dto.ts';
import type { Transaction } from '../../database/database.ts';

/** An import with what became of its rows. */
export interface PastImport {
  id: string;
  source: string;
  kind: FactKind;
  name: string | null;
  state: ImportState;
  startedAt: string;
  /** Null while it goes on; where it broke off, when its process was heard of last. */
  finishedAt: string | null;
  undoneAt: string | null;
  read: number;
  accepted: number;
  updated: number;
  unchanged: number;
  quarantined: number;
}

const instant = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const IMPORTS_SQL = `select i.id, s.code as source, i.kind, i.name, i.state, ${instant('i.started_at')} as "startedAt",
  ${instant('i.finished_at')} as "finishedAt", ${instant('i.undone_at')} as "undoneAt",
  i.read, i.accepted, i.updated, i.unchanged, i.quarantined
from import i join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
where i.organisation_id = $1 and not i.dry_run`;

/** The latest imports first. */
export function pastImports(
  { query, scope }: Transaction,
  { source, limit }: { source?: string; limit: number },
): Promise<PastImport[]> {
  return query(`${IMPORTS_SQL} and ($2::text is null or s.code = $2) order by i.started_at desc, i.id limit $3`, [
    ...[scope.organisationId, source ?? null, limit],
  ]);
}
