import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { Transaction } from '../../database/database.ts';
import type { WrittenRow } from '../../facts/fact-writer.ts';
import { keyArrays } from '../../facts/written-rows.ts';
import { tableOf } from '../rows/fact-tables.ts';

/**
 * Keeps rows as they are before an import replaces them, under the locks the import holds, so that it can be undone. Of
 * a row that it replaces twice, the first version counts.
 */
export async function keepFormer(
  { client, scope }: Transaction,
  importId: string,
  kind: FactKind,
  rows: readonly WrittenRow[],
): Promise<void> {
  const table = tableOf(kind);
  await client.query({
    name: `keep-former-${table}`,
    text: `insert into replaced_row (organisation_id, import_id, kind, id, department_id, content_hash, former)
select $1::uuid, $2::uuid, $3, f.id, f.department_id, x.content_hash, to_jsonb(f)
from unnest($4::uuid[], $5::int8[]) as x(id, content_hash)
join ${table} f on f.organisation_id = $1::uuid and f.id = x.id
on conflict (organisation_id, import_id, kind, id) do update set content_hash = excluded.content_hash`,
    values: [scope.organisationId, importId, kind, ...keyArrays(rows)],
  });
}
