import type { Transaction } from '../database/database.ts';
import { type InboxImport, INBOX_IMPORT_COLUMNS, NOBODY } from './taken-import.query.ts';

/**
 * What people have made of a taken file whose mapping they wanted to choose: `open` while it lies with their uploads,
 * then the import they began; undefined where nobody has taken it so, or whoever had has thrown it away.
 */
export async function findPrepared(
  { query, scope }: Transaction,
  id: string,
): Promise<{ open: number } | { ended: InboxImport } | undefined> {
  const [upload] = await query<{ bytes: number }>(
    `select bytes::float8 as bytes from upload where organisation_id = $1 and id = $2 and account_id <> $3`,
    [scope.organisationId, id, NOBODY],
  );
  if (upload !== undefined) return { open: upload.bytes };
  const [ended] = await query<InboxImport>(
    `select ${INBOX_IMPORT_COLUMNS} from import where organisation_id = $1 and upload_id = $2 and not dry_run
     order by started_at desc limit 1`,
    [scope.organisationId, id],
  );
  return ended === undefined ? undefined : { ended };
}
