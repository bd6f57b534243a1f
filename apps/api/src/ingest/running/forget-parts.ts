import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../../database/database.ts';
import { tableOf } from '../rows/fact-tables.ts';

const KINDS_SQL = 'select distinct kind from row_part where organisation_id = $1::uuid and import_id = $2::uuid';

/** A row that stays though the import is undone, because another import went on with it, goes on being told by both. */
const forgetSql = (kind: FactKind): string => `delete from row_part p
where p.organisation_id = $1::uuid and p.import_id = $2::uuid and p.kind = $3
  and (not exists (select from ${tableOf(kind)} f where f.organisation_id = $1::uuid and f.id = p.id)
    or exists (select from replaced_row r where r.organisation_id = $1::uuid and r.import_id = $2::uuid
      and r.kind = $3 and r.id = p.id and r.settled = 'restored'))`;

/** What an import that is undone had said of rows has not been said. */
export async function forgetParts({ query, scope }: Transaction, importId: string): Promise<void> {
  const kinds = await query<{ kind: FactKind }>(KINDS_SQL, [scope.organisationId, importId]);
  for (const { kind } of kinds) await query(forgetSql(kind), [scope.organisationId, importId, kind]);
}
