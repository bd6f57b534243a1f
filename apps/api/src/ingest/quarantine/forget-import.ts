import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../../database/database.ts';
import { tableOf } from '../rows/fact-tables.ts';

const KINDS_SQL = `select distinct kind from quarantine
where organisation_id = $1::uuid and settled_by = $2::uuid and state = 'settled'`;

/** Where undoing took the row out again or set it back, its entry waits once more; where the row stayed, it stays settled. */
const openAgainSql = (kind: FactKind): string => `update quarantine q
set state = 'open', settled_how = null, settled_by = null, fact_id = null, state_at = $4
where q.organisation_id = $1::uuid and q.settled_by = $2::uuid and q.kind = $3 and q.state = 'settled'
  and (q.settled_how = 'newer'
    or not exists (select from ${tableOf(kind)} f where f.organisation_id = $1::uuid and f.id = q.fact_id)
    or exists (select from replaced_row r where r.organisation_id = $1::uuid and r.import_id = $2::uuid
      and r.kind = $3 and r.id = q.fact_id and r.settled = 'restored'))`;

/** What another import set aside first is that import's again. What people have settled by then stays known. */
const FORGET_SQL = [
  `update quarantine set import_id = first_import_id
where organisation_id = $1::uuid and import_id = $2::uuid and first_import_id <> $2::uuid`,
  `delete from quarantine where organisation_id = $1::uuid and import_id = $2::uuid and state = 'open'`,
];

/** Takes out of the quarantine what an import that has been undone set aside, and opens what it had settled. */
export async function forgetImport({ query, scope }: Transaction, importId: string, at: Date): Promise<void> {
  const values = [scope.organisationId, importId];
  for (const { kind } of await query<{ kind: FactKind }>(KINDS_SQL, values)) {
    await query(openAgainSql(kind), [...values, kind, at]);
  }
  for (const statement of FORGET_SQL) await query(statement, values);
}
