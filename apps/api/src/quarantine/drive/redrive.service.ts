import { BadRequestException, Injectable } from '@nestjs/common';
import type { RedriveDto, RedrivesDto } from '#contracts/quarantine.dto.ts';
import type { RedriveAskedDto } from '#contracts/quarantine-query.dto.ts';
import { audit } from '../../audit/audit.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { IngestService } from '../../ingest/ingest.service.ts';
import type { Mapping } from '../../ingest/mapping/mapping.ts';
import { MappingRefused } from '../../ingest/mapping/mapping-refused.ts';
import { parseMapping } from '../../ingest/mapping/parse-mapping.ts';
import { ownDirectory } from '../../ingest/running/own-directory.ts';
import { filterInCodes } from '../read/quarantine-filter.ts';
import { askedRows } from './asked-entries.query.ts';
import { drivenCandidates } from './driven-candidates.ts';
import { EntryReader } from './entry-reader.ts';
import { keepMended, keptMappings } from './kept-mappings.query.ts';
import { endRedrive, findRedrive, openRedrive } from './redrive-record.ts';
import { readingsOf, storedEntries } from './stored-entry.query.ts';

/** Drives rows that were set aside in again: each is an import of its own, through the one pipeline. */
@Injectable()
export class RedriveService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ingest: IngestService,
  ) {}

  /** Drives in the rows that wait among those named, or all that the filter finds. */
  async redrive(scope: Scope, { ids, mapping, ...filter }: RedriveAskedDto): Promise<RedrivesDto> {
    const over = mapping === undefined ? undefined : mappingFrom(mapping);
    const at = new Date(this.clock.now());
    const opened = await this.database.inScope(scope, async (transaction) => {
      const asked = await askedRows(transaction, { ...filter, ...(ids && { ids }) });
      const kept = over === undefined ? new Map<string, Mapping>() : await keptMappings(transaction);
      const imports: RedriveDto[] = [];
      for (const rows of asked) {
        if (over !== undefined) await keepMended(transaction, kept, { ...rows, at }, over);
        const { source, kind } = rows;
        const counts = { done: false, accepted: 0, updated: 0, unchanged: 0, quarantined: 0 };
        const id = await openRedrive(transaction, rows, over, at);
        imports.push({ import: id, source, kind, rows: rows.ids.length, ...counts });
      }
      const rows = imports.reduce((sum, one) => sum + one.rows, 0);
      if (rows > 0) {
        const details = { ...filterInCodes(filter), rows, ...(over && { mapping: true }) };
        audit(transaction, { action: 'quarantine.redriven', records: ids ?? [], details });
      }
      return { imports, left: ids === undefined ? 0 : new Set(ids).size - rows };
    });
    const imports: RedriveDto[] = [];
    for (const one of opened.imports) imports.push({ ...one, ...(await this.run(scope, one.import)), done: true });
    return { ...opened, imports };
  }

  /** Does what an opened import was asked to; begun again, it goes on where it was. */
  private async run(scope: Scope, importId: string) {
    const { found, directory, kept, createDepartments } = await this.database.inScope(scope, async (transaction) => {
      const found = await findRedrive(transaction, importId);
      if (found === undefined) throw new Error('there is no such import that drives rows in again');
      const directory = await ownDirectory(transaction);
      const kept = await keptMappings(transaction);
      const first = await storedEntries(transaction, found.task.entries.slice(0, 1));
      const readings = await readingsOf(transaction, first);
      const reader = new EntryReader({ directory, readings, kept, over: found.task.over });
      const mapping = first[0] === undefined ? undefined : reader.mappingOf(first[0]);
      const creates = found.task.over?.createDepartments ?? mapping?.createDepartments;
      const createDepartments = creates ? { site: mapping?.site ?? null } : undefined;
      return { found, directory, kept, createDepartments };
    });
    const { kind, source, task } = found;
    const rows = drivenCandidates(this.database, scope, { directory, kept, over: task.over }, task.entries);
    const {
      rejects: _,
      read: __,
      ...counts
    } = await this.ingest.ingest(scope, { kind, source }, rows, {
      importId,
      createDepartments,
    });
    await this.database.inScope(scope, (transaction) => endRedrive(transaction, importId, 'done'));
    return counts;
  }
}

function mappingFrom(json: object): Mapping {
  try {
    return parseMapping(json);
  } catch (error) {
    if (error instanceof MappingRefused) throw new BadRequestException(`mapping: ${error.message}`);
    throw error;
  }
}
