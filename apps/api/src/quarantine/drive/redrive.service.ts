import { BadRequestException, Injectable } from '@nestjs/common';
import type { RedriveDto, RedrivesDto } from '#contracts/quarantine.dto.ts';
import type { RedriveAskedDto } from '#contracts/quarantine-query.dto.ts';
import { audit } from '../../audit/audit.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import type { Mapping } from '../../ingest/mapping/mapping.ts';
import { MappingRefused } from '../../ingest/mapping/mapping-refused.ts';
import { parseMapping } from '../../ingest/mapping/parse-mapping.ts';
import { Jobs } from '../../jobs/jobs.ts';
import { filterInCodes } from '../read/quarantine-filter.ts';
import { askedRows } from './asked-entries.query.ts';
import { keepMended, keptMappings } from './kept-mappings.query.ts';
import { openRedrive } from './redrive-record.ts';
import { latestRedrives, redrivesOf, stopRedrive } from './redrives.query.ts';
import { RunRedrive } from './run-redrive.ts';

/** So many rows go in while whoever asked waits for the answer; more are a job of the worker. */
const AT_ONCE = 50;
/** A worker leaves those that go in at once alone for so long, and finishes them where their process has died. */
const FINISHED_FOR_THE_DEAD_S = 10;

/** Drives rows that were set aside in again: those of each source and kind are an import, through the one pipeline. */
@Injectable()
export class RedriveService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly runRedrive: RunRedrive,
  ) {}

  /**
   * Drives in the rows that wait among those named, or all that the filter finds. A few are in with the answer, as are
   * all where the caller waits for them, until it asks for an end; else they go in whoever stays or leaves.
   */
  async redrive(scope: Scope, asked: RedriveAskedDto, endAsked?: AbortSignal): Promise<RedrivesDto> {
    const { ids, rows, left } = await this.open(scope, asked, endAsked !== undefined);
    if (ids.length > 0 && (endAsked !== undefined || rows <= AT_ONCE)) await this.runHere(scope, ids, endAsked);
    return this.database.inScope(scope, async (transaction) => ({ imports: await redrivesOf(transaction, ids), left }));
  }

  /** What drives rows in again just now, and what has ended lately. */
  latest(scope: Scope): Promise<RedriveDto[]> {
    return this.database.inScope(scope, (transaction) => latestRedrives(transaction, this.now()));
  }

  /** Asks all that go on to end; rows that are in by then stay, the others wait on. */
  stop(scope: Scope, ids: readonly string[]): Promise<RedriveDto[]> {
    return this.database.inScope(scope, async (transaction) => {
      for (const id of [...ids].sort()) await stopRedrive(transaction, id, this.now());
      return redrivesOf(transaction, ids);
    });
  }

  /** Writes down what is to be done, with the jobs that do it: whatever dies from here on, it is done. */
  private open(scope: Scope, { ids, mapping, ...filter }: RedriveAskedDto, waits: boolean) {
    const over = mapping === undefined ? undefined : mappingFrom(mapping);
    const at = this.now();
    return this.database.inScope(scope, async (transaction) => {
      const asked = await askedRows(transaction, { ...filter, ...(ids && { ids }) });
      const rows = asked.reduce((sum, one) => sum + one.ids.length, 0);
      const kept = over === undefined ? new Map<string, Mapping>() : await keptMappings(transaction);
      const startAfter = waits || rows <= AT_ONCE ? FINISHED_FOR_THE_DEAD_S : 0;
      const opened: string[] = [];
      for (const one of asked) {
        if (over !== undefined) await keepMended(transaction, kept, { ...one, at }, over);
        opened.push(await openRedrive(transaction, one, over, at));
      }
      if (rows > 0) {
        const { organisationId } = scope;
        await this.jobs.send(transaction, 'redrive', { organisationId, importIds: opened }, { startAfter });
        const details = { ...filterInCodes(filter), rows, ...(over && { mapping: true }) };
        audit(transaction, { action: 'quarantine.redriven', records: ids ?? [], details });
      }
      return { ids: opened, rows, left: ids === undefined ? 0 : new Set(ids).size - rows };
    });
  }

  private async runHere(scope: Scope, importIds: string[], endAsked?: AbortSignal) {
    const end = (): void => void this.stop(scope, importIds).catch(() => undefined);
    if (endAsked?.aborted) await this.stop(scope, importIds);
    endAsked?.addEventListener('abort', end, { once: true });
    try {
      await this.runRedrive.run({ organisationId: scope.organisationId, importIds }, new AbortController().signal);
    } finally {
      endAsked?.removeEventListener('abort', end);
    }
  }

  private now(): Date {
    return new Date(this.clock.now());
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
