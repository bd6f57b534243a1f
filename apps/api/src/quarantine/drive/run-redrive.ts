import { HttpException, Injectable } from '@nestjs/common';
import { wholeOf } from '../../access/access.ts';
import { audit } from '../../audit/audit.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { Heartbeat } from '../../imports/running/import-progress.ts';
import type { TakenImport } from '../../imports/running/take-import.query.ts';
import { whenFree } from '../../imports/running/when-free.ts';
import { IngestService } from '../../ingest/ingest.service.ts';
import { refuseUnlessHeld } from '../../ingest/running/import-holder.ts';
import { closeImport } from '../../ingest/running/import-record.ts';
import { IngestTally } from '../../ingest/running/ingest-tally.ts';
import { ownDirectory } from '../../ingest/running/own-directory.ts';
import type { JobData } from '../../jobs/queues.ts';
import { drivenCandidates } from './driven-candidates.ts';
import { EntryReader } from './entry-reader.ts';
import { keptMappings } from './kept-mappings.query.ts';
import { endRedrive, findRedrive } from './redrive-record.ts';
import { wishedDepartments } from '../../ingest/mapping/new-departments-wish.ts';
import { readingsOf, storedEntries } from './stored-entry.query.ts';

/** Begun so often without a row of it getting any further, it is given up. */
const TRIES = 50;

/** How driving rows in ended. */
interface Ending {
  state: 'done' | 'stopped' | 'failed';
  failure?: string;
}

/** Drives the rows of imports in again, one import after the other; any process goes on where the last one was. */
@Injectable()
export class RunRedrive {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ingest: IngestService,
  ) {}

  async run({ organisationId, importIds }: JobData['redrive'], processEnds: AbortSignal): Promise<void> {
    const work = { from: ['waiting', 'running'], as: 'running' } as const;
    for (const importId of importIds) {
      await whenFree(this.database, wholeOf(organisationId), importId, work, processEnds, (taken, holder) =>
        this.drive(scopeOf(organisationId, taken), taken, holder, processEnds),
      );
    }
  }

  private async drive(scope: Scope, taken: TakenImport, holder: string, processEnds: AbortSignal): Promise<void> {
    const tally = new IngestTally();
    const at = { begun: false };
    const heartbeat = new Heartbeat(this.database, scope, { importId: taken.id, holder }, processEnds, () => {
      const { rejects: _, ...counts } = tally.result();
      return at.begun ? { counts } : {};
    }).begin();
    const end = (how: Ending): Promise<void> => this.end(scope, taken, holder, how, tally);
    try {
      if (taken.tries > TRIES) return await end({ state: 'failed', failure: GIVEN_UP });
      await this.takeIn(scope, taken.id, { tally, holder, signal: heartbeat.signal }, () => (at.begun = true));
      if (!heartbeat.signal.aborted) return await end({ state: 'done' });
      if (heartbeat.stopAsked) return await end({ state: 'stopped' });
      heartbeat.check();
    } catch (error) {
      if (heartbeat.stopAsked) return await end({ state: 'stopped' });
      if (heartbeat.signal.aborted) throw heartbeat.signal.reason;
      if (!(error instanceof HttpException) || error.getStatus() >= 500) throw error;
      await end({ state: 'failed', failure: error.message });
    } finally {
      await heartbeat.end();
    }
  }

  private async takeIn(
    scope: Scope,
    importId: string,
    options: { tally: IngestTally; holder: string; signal: AbortSignal },
    begun: () => void,
  ): Promise<void> {
    const { found, directory, kept, createDepartments } = await this.database.inScope(scope, async (transaction) => {
      const found = await findRedrive(transaction, importId);
      const directory = await ownDirectory(transaction);
      const kept = await keptMappings(transaction);
      const first = await storedEntries(transaction, found.task.entries.slice(0, 1));
      const readings = await readingsOf(transaction, first);
      const reader = new EntryReader({ directory, readings, kept, over: found.task.over });
      const mapping = first[0] === undefined ? undefined : reader.mappingOf(first[0]);
      const creates = found.task.over?.createDepartments ?? mapping?.createDepartments;
      const createDepartments = wishedDepartments({ createDepartments: creates, site: mapping?.site });
      return { found, directory, kept, createDepartments };
    });
    const { kind, source, task } = found;
    const rows = drivenCandidates(this.database, scope, { directory, kept, over: task.over }, task.entries);
    begun();
    await this.ingest.ingest(scope, { kind, source, way: 'redrive' }, rows, {
      ...options,
      ...{ importId, createDepartments, batchRows: ROWS_A_BATCH, goesOn: () => true },
    });
  }

  /** Writes down what became of it, once. */
  private async end(
    scope: Scope,
    { id, kind, source, sourceId }: TakenImport,
    holder: string,
    { state, failure }: Ending,
    tally: IngestTally,
  ): Promise<void> {
    await this.database.inScope(scope, async (transaction) => {
      const at = new Date(this.clock.now());
      await refuseUnlessHeld(transaction, { importId: id, holder });
      const { rejects: _, ...counts } = tally.result();
      await closeImport(transaction, { importId: id, sourceId, kind, at }, tally.result(), tally.lastFactAt, at, state);
      await endRedrive(transaction, id, failure ?? null);
      audit(transaction, {
        action: 'rows.sent',
        subject: { kind: 'source', id: source },
        details: { kind, import: id, ...counts },
      });
    });
  }
}

/** Few enough that whoever watches sees it move, and that a stop is soon. */
const ROWS_A_BATCH = 1_000;

/** Whoever asked for it is who does it, also on the trail. */
function scopeOf(organisationId: string, { startedBy, startedById }: TakenImport): Scope {
  if (startedBy === null) return wholeOf(organisationId);
  const kind = startedById === null ? 'system' : 'person';
  return wholeOf(organisationId, { kind, id: startedById, name: startedBy, address: null });
}

const GIVEN_UP =
  'Bedside kept breaking off at the same row and has given it up. What is in stays in and can be undone; the others ' +
  'wait on. Tell whoever looks after Bedside: the log says why.';
