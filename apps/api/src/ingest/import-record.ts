import { randomUUID } from 'node:crypto';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import type { Transaction } from '../database/database.ts';

/** Which rows are coming in: their kind, the source they are from, and the name of the file if it is one. */
export interface IngestTarget {
  kind: FactKind;
  source: string;
  name?: string;
}

/** One sending, from its first row to its last. */
export interface ImportRecord {
  importId: string;
  sourceId: string;
  kind: FactKind;
  at: Date;
}

/** Opens the record of an import; a source that nobody has named before is created. */
export async function openImport(transaction: Transaction, target: IngestTarget, at: Date): Promise<ImportRecord> {
  const { query, scope } = transaction;
  const sourceId = await sourceIdOf(transaction, target.source);
  const importId = randomUUID();
  await query(
    'insert into import (organisation_id, id, source_id, kind, name, started_at) values ($1, $2, $3, $4, $5, $6)',
    [scope.organisationId, importId, sourceId, target.kind, target.name ?? null, at],
  );
  return { importId, sourceId, kind: target.kind, at };
}

/** Closes it with what became of its rows. */
export async function closeImport(
  { query, scope }: Transaction,
  { importId }: ImportRecord,
  result: IngestResultDto,
  lastFactAt: number | null,
  at: Date,
): Promise<void> {
  await query(
    `update import set finished_at = $3, read = $4, accepted = $5, updated = $6, unchanged = $7, quarantined = $8, last_fact_at = $9
     where organisation_id = $1 and id = $2`,
    [
      scope.organisationId,
      importId,
      at,
      result.read,
      result.accepted,
      result.updated,
      result.unchanged,
      result.quarantined,
      lastFactAt === null ? null : new Date(lastFactAt),
    ],
  );
}

/** The id of a source; undefined for one that nothing has come from. */
export async function findSource({ query, scope }: Transaction, code: string): Promise<string | undefined> {
  const [source] = await query<{ id: string }>('select id from source where organisation_id = $1 and code = $2', [
    scope.organisationId,
    code,
  ]);
  return source?.id;
}

async function sourceIdOf(transaction: Transaction, code: string): Promise<string> {
  const known = await findSource(transaction, code);
  if (known !== undefined) return known;
  await transaction.query(
    'insert into source (organisation_id, id, code, name) values ($1, $2, $3, $3) on conflict do nothing',
    [transaction.scope.organisationId, randomUUID(), code],
  );
  const created = await findSource(transaction, code);
  if (created === undefined) throw new Error('a source just created cannot be found');
  return created;
}
