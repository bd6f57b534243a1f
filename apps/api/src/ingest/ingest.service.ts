import { randomUUID } from 'node:crypto';
import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import { audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { naturalId } from '../facts/natural-key.ts';
import { batchesOf } from './running/batches.ts';
import type { Candidate } from './rows/candidate.ts';
import { findSource } from '../facts/source.ts';
import { eraseRows } from './running/erase-rows.ts';
import { eraseEntries } from './quarantine/erase-entries.ts';
import {
  closeImport,
  type ImportRecord,
  type IngestTarget,
  openImport,
  rehearsedImport,
} from './running/import-record.ts';
import { refuseUnlessHeld, TakenOver } from './running/import-holder.ts';
import { ImportRun } from './running/import-run.ts';
import { recordedBatches } from './running/import-batches.ts';
import type { IngestOptions } from './running/ingest-options.ts';
import { keepHold } from './running/kept-hold.ts';
import { ownDirectory } from './running/own-directory.ts';
import { RowParts } from './running/row-parts.ts';
import { WriteGate } from './running/write-gate.ts';

/** The one way in for every row, from whichever source: normalised, stored with its cells, or set aside with its reason. */
@Injectable()
export class IngestService {
  /** What is written passes it, whichever way it came. */
  readonly gate = new WriteGate(BATCHES_AT_ONCE);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes in rows chunk by chunk; memory does not grow with their number. What was committed stays when the sender
   * breaks off, and sending again from the beginning changes nothing of it.
   */
  async ingest(
    scope: Scope,
    target: IngestTarget,
    chunks: AsyncIterable<readonly Candidate[]>,
    options: IngestOptions = {},
  ): Promise<IngestResultDto> {
    const startedAt = new Date(Math.min(options.deliveredAt ?? Infinity, this.clock.now()));
    const { importId = randomUUID() } = options;
    const own = options.holder === undefined ? randomUUID() : null;
    const { directory, record, done } = await this.database.inScope(scope, async (transaction) => {
      const directory = await ownDirectory(transaction);
      const record: ImportRecord = options.dryRun
        ? await rehearsedImport(transaction, target, startedAt)
        : { ...(await openImport(transaction, importId, target, startedAt, own)), ...given(options) };
      const done = options.importId === undefined ? [] : await recordedBatches(transaction, importId);
      return { directory, record, done };
    });
    const { holder } = record;
    const hold = own !== null && holder !== undefined ? keepHold(this.database, scope, { importId, holder }) : null;
    const parts = new RowParts(this.database, scope, record, directory.organisation.pseudonymKey, options.dryRun);
    const run = new ImportRun(this.database, scope, record, directory, options, this.gate, done);
    const close = async (state: 'done' | 'stopped' | 'failed'): Promise<void> => {
      if (options.dryRun || options.goesOn?.()) return;
      const { lastFactAt } = run.soFar;
      const endedAt = new Date(this.clock.now());
      await this.database.inScope(scope, async (transaction) => {
        const { rejects: _, ...counts } = run.soFar.result();
        await refuseUnlessHeld(transaction, record);
        await closeImport(transaction, record, run.soFar.result(), lastFactAt, endedAt, state);
        audit(transaction, {
          action: 'rows.sent',
          subject: { kind: 'source', id: target.source },
          details: { kind: target.kind, import: importId, ...counts },
        });
      });
    };
    try {
      await this.takeAll(run, parts.whole(chunks), options.signal).catch(async (error: unknown) => {
        // The sender broke off, or the database did: the record tells what went in until then.
        await close('failed').catch(() => undefined);
        throw error;
      });
      await close(options.signal?.aborted ? 'stopped' : 'done');
    } catch (error) {
      throw error instanceof TakenOver && own !== null ? new ConflictException(TAKEN_BACK) : error;
    } finally {
      await hold?.end();
    }
    return run.soFar.result();
  }

  private async takeAll(run: ImportRun, chunks: AsyncIterable<readonly Candidate[]>, signal?: AbortSignal) {
    const weightOf = (candidate: Candidate): number => candidate.weight ?? candidate.raw.length;
    try {
      for await (const batch of batchesOf(chunks, run.largestBatch, weightOf)) {
        if (signal?.aborted) break;
        await run.take(batch);
      }
      await run.finish();
    } catch (error) {
      await run.finish().catch(() => undefined);
      throw error;
    }
  }

  /** Erases one row by its natural key, and takes it out of every number it was part of. */
  async erase(scope: Scope, kind: FactKind, source: string, externalId: string): Promise<void> {
    const erased = await this.database.inScope(scope, async (transaction) => {
      const sourceId = await findSource(transaction, source);
      if (sourceId === undefined) return 0;
      const id = naturalId(sourceId, externalId);
      const count = (await eraseRows(transaction, kind, [id])) + (await eraseEntries(transaction, kind, id));
      if (count > 0) {
        audit(transaction, {
          action: 'rows.erased',
          subject: { kind: 'source', id: source },
          records: [id],
          details: { kind },
        });
      }
      return count;
    });
    if (erased === 0) {
      throw new NotFoundException('There is no such row: check the kind, the source and the external id.');
    }
  }
}

/** Of the ten connections there are; more would not be quicker. */
const BATCHES_AT_ONCE = 4;

/** A worker that holds the import has said so. */
const given = ({ holder }: IngestOptions): Pick<ImportRecord, 'holder'> => (holder === undefined ? {} : { holder });

const TAKEN_BACK =
  'Nothing was heard of this sending for a while, and somebody took back what had come in. Send it again as a whole.';
