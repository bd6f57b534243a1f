import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { QuarantineEntryDto, QuarantinePageDto, QuarantineReasonsDto } from '#contracts/quarantine.dto.ts';
import type { QuarantineFilterDto, QuarantineSearchDto } from '#contracts/quarantine-query.dto.ts';
import { audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { describeEntry } from './read/describe-entry.ts';
import { filterInCodes } from './read/quarantine-filter.ts';
import { reasonsOf, standingOf } from './read/reasons.query.ts';
import { readCursor, writeCursor } from './read/row-cursor.ts';
import { countRows, describeRow, listRows } from './read/rows.query.ts';
import { rowsCsv } from './read/rows-csv.ts';

const PAGE = 50;

/** What was set aside, and why; whatever shows what a row says is put down on the trail. */
@Injectable()
export class QuarantineReadingService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  reasons(scope: Scope, filter: QuarantineFilterDto): Promise<QuarantineReasonsDto> {
    return this.database.inScope(scope, async (transaction) => ({
      reasons: await reasonsOf(transaction, filter),
      ...(await standingOf(transaction, this.clock.now())),
    }));
  }

  search(scope: Scope, { cursor, limit = PAGE, ...filter }: QuarantineSearchDto): Promise<QuarantinePageDto> {
    const after = readCursor(cursor);
    return this.database.inScope(scope, async (transaction) => {
      const found = await listRows(transaction, filter, after, limit + 1);
      const page = found.slice(0, limit);
      if (page.length > 0) {
        audit(transaction, {
          action: 'quarantine.listed',
          records: page.map(({ id }) => id),
          details: { ...filterInCodes(filter), listed: page.length },
        });
      }
      const last = found.length > limit ? page.at(-1) : undefined;
      return {
        total: await countRows(transaction, filter),
        rows: page.map(describeRow),
        next: last === undefined ? null : writeCursor({ ...last, seenAt: last.seenAt.getTime() }),
      };
    });
  }

  find(scope: Scope, id: string): Promise<QuarantineEntryDto> {
    return this.database.inScope(scope, async (transaction) => {
      const entry = await describeEntry(transaction, id, this.clock.now());
      const { source, kind } = entry;
      audit(transaction, { action: 'quarantine.opened', records: [id], details: { source, kind } });
      return entry;
    });
  }

  /** As a table; put down, with how many rows there are, before the first of them leaves. */
  async export(scope: Scope, filter: QuarantineFilterDto): Promise<Readable> {
    await this.database.inScope(scope, async (transaction) => {
      const rows = await countRows(transaction, filter);
      audit(transaction, { action: 'quarantine.exported', details: { ...filterInCodes(filter), rows } });
    });
    return Readable.from(rowsCsv(this.database, scope, filter));
  }
}
