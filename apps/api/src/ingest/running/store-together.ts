import { randomUUID } from 'node:crypto';
import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import { audit } from '../../audit/audit.ts';
import type { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import type { Candidate } from '../rows/candidate.ts';
import { BatchStore, NOTHING_STORED } from './batch-store.ts';
import { closeImport, type IngestTarget, openImport } from './import-record.ts';
import { IngestTally } from './ingest-tally.ts';
import { ownDirectory } from './own-directory.ts';
import { SharedBatch } from './shared-batch.ts';

/**
 * Stores the rows of several requests of one sender as one import and in one transaction, and tells each what became
 * of its own: exactly what it would have been told, had they come one after another. A request that names a row of an
 * earlier one has to come after it; it is left out, and answered with null.
 */
export function storeTogether(
  database: Database,
  scope: Scope,
  target: IngestTarget,
  requests: readonly (readonly Candidate[])[],
  now: () => number,
): Promise<(IngestResultDto | null)[]> {
  const importId = randomUUID();
  const startedAt = new Date(now());
  return database.inScope(scope, async (transaction) => {
    const directory = await ownDirectory(transaction);
    const record = await openImport(transaction, importId, target, startedAt);
    const shared = new SharedBatch(directory, record);
    const isTaken: boolean[] = [];
    for (const rows of requests) isTaken.push(await shared.add(rows));
    const { batch, context } = shared;
    const store = new BatchStore(database, scope, record, context);
    const isEmpty = batch.rows.length + batch.refused.length === 0;
    const stored = isEmpty
      ? NOTHING_STORED
      : await store.storeWithin(transaction, { kind: target.kind, batch, retracts: false }, false);
    const all = new IngestTally();
    all.add(stored.outcome, stored.refused);
    await closeImport(transaction, record, all.result(), stored.lastFactAt, new Date(now()));
    const { rejects: _, ...counts } = all.result();
    const results = shared.resultsOf(stored);
    audit(transaction, {
      action: 'rows.sent',
      subject: { kind: 'source', id: target.source },
      details: { kind: target.kind, import: importId, requests: results.length, ...counts },
    });
    return isTaken.map((taken) => (taken ? (results.shift() ?? null) : null));
  });
}
