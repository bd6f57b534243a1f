import { ConflictException, Injectable } from '@nestjs/common';
import type { ChangedRowsDto, QuarantineEntryDto } from '#contracts/quarantine.dto.ts';
import type { DismissDto, MendDto, QuarantineRowsDto } from '#contracts/quarantine-query.dto.ts';
import { audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { refuseStale } from '../editing/version.ts';
import { ownDirectory } from '../ingest/running/own-directory.ts';
import { dismissRows, restoreRows, saveMended } from './change-rows.query.ts';
import { EntryReader } from './drive/entry-reader.ts';
import { faultsOf } from './drive/faults.ts';
import { keptMappings } from './drive/kept-mappings.query.ts';
import { readingsOf, storedEntries, type StoredEntry } from './drive/stored-entry.query.ts';
import { mendedValues } from './mend-values.ts';
import { describeEntry, mendingOf, unknownRow } from './read/describe-entry.ts';
import { filterInCodes } from './read/quarantine-filter.ts';

/** For so many days leaving a row out can be taken back. */
const RESTORE_DAYS = 30;
const DAY_MS = 86_400_000;

/** What people do with rows that were set aside, short of driving them in. */
@Injectable()
export class MendingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Puts values in the place of what a row says, and tells at once what is still wrong with it. */
  mend(scope: Scope, id: string, mending: MendDto): Promise<QuarantineEntryDto> {
    const now = this.clock.now();
    return this.database.inScope(scope, async (transaction) => {
      const [entry] = await storedEntries(transaction, [id], true);
      if (entry === undefined) throw unknownRow();
      if (entry.state !== 'open') throw doneWith(entry);
      refuseStale(mending.version, mendingOf(entry));
      const directory = await ownDirectory(transaction);
      const mended = { ...entry, mended: mendedValues(entry, mending, directory) };
      const readings = await readingsOf(transaction, [entry]);
      const reader = new EntryReader({ directory, readings, kept: await keptMappings(transaction) });
      const [fault = READY] = await faultsOf(mended, reader, directory, now);
      await saveMended(transaction, id, mended.mended, fault);
      // Names of fields that its source made up may be anything.
      const fields = Object.keys(mending.values).filter((field) => /^[A-Za-z][A-Za-z.-]{0,60}$/.test(field));
      audit(transaction, { action: 'quarantine.mended', records: [id], details: { kind: entry.kind, fields } });
      return describeEntry(transaction, id, now);
    });
  }

  dismiss(scope: Scope, { reason, ...named }: DismissDto): Promise<ChangedRowsDto> {
    return this.changed(scope, 'quarantine.dismissed', named, (transaction) =>
      dismissRows(transaction, named, new Date(this.clock.now()), reason.trim()),
    );
  }

  restore(scope: Scope, named: QuarantineRowsDto): Promise<ChangedRowsDto> {
    return this.changed(scope, 'quarantine.restored', named, (transaction) =>
      restoreRows(transaction, named, new Date(this.clock.now() - RESTORE_DAYS * DAY_MS)),
    );
  }

  private changed(
    scope: Scope,
    action: string,
    { ids, ...filter }: QuarantineRowsDto,
    change: (transaction: Transaction) => Promise<number>,
  ): Promise<ChangedRowsDto> {
    return this.database.inScope(scope, async (transaction) => {
      const rows = await change(transaction);
      if (rows > 0) audit(transaction, { action, records: ids ?? [], details: { ...filterInCodes(filter), rows } });
      return { rows };
    });
  }
}

const READY = { field: null, code: 'mended', message: 'Nothing is wrong with it any more: drive it in again.' };

/** The pages have words of their own for the reason. */
function doneWith({ state }: StoredEntry): ConflictException {
  const said =
    state === 'dismissed'
      ? 'This row was left out for good. Take that back first.'
      : 'This row is settled: it went in, or a newer row of the same id took its place.';
  return new ConflictException({ statusCode: 409, message: said, error: 'Conflict', reason: `quarantine-${state}` });
}
