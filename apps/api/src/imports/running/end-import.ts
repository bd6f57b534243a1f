import { Injectable } from '@nestjs/common';
import { audit } from '../../audit/audit.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Transaction } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { refuseUnlessHeld } from '../../ingest/running/import-holder.ts';
import { closeImport } from '../../ingest/running/import-record.ts';
import type { IngestTally } from '../../ingest/running/ingest-tally.ts';
import type { MappedFile } from '../../ingest/mapping/mapped-file.ts';
import { UploadFolder } from '../../uploads/upload-folder.ts';
import { keepMapping } from '../mappings/source-mapping.query.ts';
import type { TakenImport } from './take-import.query.ts';

/** How an import ended. */
interface Ending {
  state: 'done' | 'stopped' | 'failed';
  /** Why it failed and what to do. */
  failure?: string;
}

/** Closes an import whose rows came from a file. */
@Injectable()
export class EndImport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly folder: UploadFolder,
  ) {}

  /** Writes down what became of it, once; of one that came in whole, the mapping is kept and the file is not. */
  async end(
    scope: Scope,
    taken: TakenImport,
    holder: string,
    { state, failure }: Ending,
    tally: IngestTally,
    mapped?: MappedFile,
  ): Promise<void> {
    const { id, kind, source, sourceId, dryRun, uploadId, readAs } = taken;
    const isIn = state === 'done' && !dryRun;
    await this.database.inScope(scope, async (transaction) => {
      const at = new Date(this.clock.now());
      await refuseUnlessHeld(transaction, { importId: id, holder });
      const record = { importId: id, sourceId, kind, at };
      const { rejects: _, ...counts } = tally.result();
      await closeImport(transaction, record, tally.result(), dryRun ? null : tally.lastFactAt, at, state);
      await describeEnd(transaction, id, { failure, whole: state === 'done', dryRun, tally, mapped });
      if (dryRun) return;
      audit(transaction, {
        action: 'rows.sent',
        subject: { kind: 'source', id: source },
        details: { kind, import: id, ...counts },
      });
      if (!isIn) return;
      await keepMapping(transaction, { sourceId, kind, readAs, at, by: taken.startedBy ?? 'Bedside' });
      await transaction.query('delete from upload where organisation_id = $1 and id = $2', [
        ...[scope.organisationId, uploadId],
      ]);
    });
    if (isIn && uploadId !== null) await this.folder.remove(uploadId).catch(() => undefined);
  }
}

const DESCRIBE_SQL = `update import set failure = $3, bytes_read = case when $4 then bytes else bytes_read end,
  passed_over = coalesce($5::jsonb, passed_over), refusals = $6::jsonb, held_until = null
where organisation_id = $1 and id = $2`;

async function describeEnd(
  { query, scope }: Transaction,
  importId: string,
  end: { failure?: string; whole: boolean; dryRun: boolean; tally: IngestTally; mapped?: MappedFile },
): Promise<void> {
  const passedOver = end.mapped === undefined ? null : Object.fromEntries(end.mapped.passedOver());
  await query(DESCRIBE_SQL, [
    ...[scope.organisationId, importId, end.failure ?? null, end.whole],
    passedOver === null ? null : JSON.stringify(passedOver),
    JSON.stringify(end.dryRun ? end.tally.refusals() : []),
  ]);
}
