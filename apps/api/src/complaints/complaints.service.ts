import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  ComplaintCountsDto,
  ComplaintDto,
  ComplaintsPageDto,
  ComplaintStepDto,
  ComplaintView,
} from '#contracts/complaints.dto.ts';
import type { ComplaintsSearchDto } from '#contracts/complaints-query.dto.ts';
import type { LogComplaintDto } from '#contracts/log-complaint.dto.ts';
import { soonUntil } from '#domain/complaint-due.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { loadDirectory } from '../organisation/directory.ts';
import { directoryInScope } from '../organisation/directory-in-scope.ts';
import { Clock } from '../clock/clock.ts';
import { auditListed, auditRead } from './audit-complaints.ts';
import { countComplaints } from './complaint-counts.query.ts';
import { readCursor, writeCursor } from './complaint-cursor.ts';
import { complaintFilter } from './complaint-filter.ts';
import { listComplaints } from './complaint-list.query.ts';
import { complaintSummary } from './complaint-summary.ts';
import { describeComplaint } from './describe-complaint.ts';
import { logComplaint } from './log-complaint.ts';
import { organisationDay } from './organisation-day.ts';
import { takeStep, unknownComplaint } from './take-step.ts';

const EMPTY_PAGE: ComplaintsPageDto = {
  counts: { open: 0, overdue: 0, dueSoon: 0, closed: 0 },
  total: 0,
  rows: [],
  next: null,
};

/** The closed loop: what is owed to whom next, what happened, and what is done about it. */
@Injectable()
export class ComplaintsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One page of a view. An organisation that is not set up yet has none. */
  list(scope: Scope, query: ComplaintsSearchDto): Promise<ComplaintsPageDto> {
    const after = readCursor(query.cursor);
    const { view = 'open', limit = 50 } = query;
    return this.database.inScope(scope, async (transaction) => {
      const directory = await loadDirectory(transaction);
      if (directory === null) return EMPTY_PAGE;
      const filter = complaintFilter(query, directoryInScope(directory, scope));
      const { today, calendar } = await organisationDay(transaction, this.clock.now());
      const dates = { today, soonUntil: soonUntil(today, calendar) };
      const counts = await countComplaints(transaction, filter, dates);
      const found = await listComplaints(transaction, { filter, view, ...dates, after, limit: limit + 1 });
      const page = found.slice(0, limit);
      auditListed(
        transaction,
        query,
        page.map(({ id }) => id),
      );
      const last = found.length > limit ? page.at(-1) : undefined;
      return {
        counts,
        total: totalOf(view, counts),
        rows: page.map((row) => complaintSummary(row, today, calendar)),
        next: last === undefined ? null : writeCursor([last.closed, last.place, last.tie]),
      };
    });
  }

  find(scope: Scope, number: number): Promise<ComplaintDto> {
    return this.database.inScope(scope, async (transaction) => {
      const complaint = await this.describe(transaction, number);
      auditRead(transaction, complaint);
      return complaint;
    });
  }

  /** Takes down a complaint that reached somebody by phone, at the desk, by letter or otherwise. */
  log(scope: Scope, logged: LogComplaintDto): Promise<ComplaintDto> {
    const now = this.clock.now();
    return this.database.inScope(scope, async (transaction) =>
      this.describe(transaction, await logComplaint(transaction, logged, now)),
    );
  }

  /** Takes a step and answers with the complaint as it is then. */
  step(scope: Scope, number: number, step: ComplaintStepDto): Promise<ComplaintDto> {
    const taken = { number, step, stepId: randomUUID(), now: this.clock.now() };
    return this.database.inScope(scope, async (transaction) => {
      await takeStep(transaction, taken);
      return this.describe(transaction, number);
    });
  }

  private async describe(transaction: Transaction, number: number): Promise<ComplaintDto> {
    const complaint = await describeComplaint(transaction, number, this.clock.now());
    if (complaint === undefined) throw unknownComplaint(number);
    return complaint;
  }
}

function totalOf(view: ComplaintView, { open, overdue, dueSoon, closed }: ComplaintCountsDto): number {
  return { open, overdue, 'due-soon': dueSoon, closed, all: open + closed }[view];
}
