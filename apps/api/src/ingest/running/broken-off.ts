import { wholeOf } from '../../access/access.ts';
import { audit } from '../../audit/audit.ts';
import type { Database, Transaction } from '../../database/database.ts';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { recordedBatches } from './import-batches.ts';
import { closeImport } from './import-record.ts';
import { IngestTally } from './ingest-tally.ts';
import { HOLD_SECONDS } from './kept-hold.ts';

interface Silent {
  id: string;
  sourceId: string;
  source: string;
  kind: FactKind;
  /** When its process was heard of last. */
  at: Date;
}

/** Files that are here, and rows that were set aside, are jobs, and go on by themselves; rows that are sent end with their sender or their process. */
const SILENT_SQL = `select i.id, i.source_id as "sourceId", s.code as source, i.kind,
  coalesce(i.held_until - make_interval(secs => $2), i.started_at) as at
from import i join source s on s.organisation_id = i.organisation_id and s.id = i.source_id
where i.organisation_id = $1::uuid and ($3::uuid[] is null or i.id = any ($3::uuid[])) and i.state = 'running'
  and i.way in ('rest', 'webhook', 'command-line')
  and coalesce(i.held_until, i.started_at + interval '10 minutes') < clock_timestamp()`;

/**
 * Closes imports whose process has died, with what had come in by then; tells how many. Looked for among all, or among
 * those somebody is about to look at.
 */
export async function closeBrokenOff(
  database: Database,
  organisationId: string,
  among: readonly string[] | null = null,
): Promise<number> {
  if (among?.length === 0) return 0;
  // Nobody's doing: who happens to look is not who sent the rows.
  return database.inScope(wholeOf(organisationId), async (transaction) => {
    const silent = await transaction.query<Silent>(`${SILENT_SQL} order by i.id for update of i skip locked`, [
      ...[organisationId, HOLD_SECONDS, among],
    ]);
    for (const one of silent) await close(transaction, one);
    return silent.length;
  });
}

async function close(transaction: Transaction, { id, sourceId, source, kind, at }: Silent): Promise<void> {
  const tally = new IngestTally();
  for (const batch of await recordedBatches(transaction, id)) {
    tally.add(batch, []);
    if (batch.lastFactAt !== null) tally.saw(batch.lastFactAt);
  }
  await closeImport(
    transaction,
    { importId: id, sourceId, kind, at },
    tally.result(),
    tally.lastFactAt,
    at,
    'broken-off',
  );
  const { rejects: _, ...counts } = tally.result();
  audit(transaction, {
    action: 'rows.sent',
    subject: { kind: 'source', id: source },
    details: { kind, import: id, ...counts },
  });
}
