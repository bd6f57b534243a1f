import type { ImportState } from '#contracts/imports.dto.ts';
import type { Transaction } from '../database/database.ts';
import { ensureSource } from '../facts/source.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Reading } from './how-to-read.ts';

/** How far the import of a file is. */
export interface InboxImport {
  state: ImportState;
  read: number;
  accepted: number;
  updated: number;
  unchanged: number;
  quarantined: number;
  failure: string | null;
}

export const INBOX_IMPORT_COLUMNS = 'state, read, accepted, updated, unchanged, quarantined, failure';

/** The import that a taken file belongs to; undefined where it has not been begun. */
export async function findInboxImport(
  { query, scope }: Transaction,
  importId: string,
): Promise<InboxImport | undefined> {
  const [found] = await query<InboxImport>(
    `select ${INBOX_IMPORT_COLUMNS} from import where organisation_id = $1 and id = $2`,
    [scope.organisationId, importId],
  );
  return found;
}

/** Nobody's: what comes through the folder is no person's upload. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

const UPLOAD_SQL = `insert into upload (organisation_id, id, account_id, name, bytes, kept_until)
values ($1, $2, $3, $4, $5, now() + interval '7 days') on conflict do nothing`;

const IMPORT_SQL = `insert into import (organisation_id, id, source_id, kind, name, started_at, way, state, bytes,
  bytes_read, upload_id, options)
values ($1, $2, $3, $4, $5, $6, 'inbox', 'waiting', $7, 0, $2, $8) on conflict do nothing returning 1`;

/** Begins the import of a file that is safe in the uploads' folder under the import's own id: once, whoever else tries. */
export async function beginInboxImport(
  transaction: Transaction,
  jobs: Jobs,
  {
    importId,
    source,
    name,
    bytes,
    at,
    reading,
  }: {
    importId: string;
    source: string;
    name: string;
    bytes: number;
    at: Date;
    reading: Reading;
  },
): Promise<void> {
  const { query, scope } = transaction;
  const { organisationId } = scope;
  const sourceId = await ensureSource(transaction, source);
  await query(UPLOAD_SQL, [organisationId, importId, NOBODY, name, bytes]);
  const begun = await query(IMPORT_SQL, [
    ...[organisationId, importId, sourceId, reading.kind, name, at, bytes],
    JSON.stringify(reading.readAs),
  ]);
  if (begun.length > 0) await jobs.send(transaction, 'import', { organisationId, importId });
}
