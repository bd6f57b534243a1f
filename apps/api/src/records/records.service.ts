import { Injectable } from '@nestjs/common';
import type { RecordsPageDto, RecordsQueryDto } from '#contracts/records.dto.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { countBehind } from '../metrics/answer/count-behind.ts';
import { Clock } from '../clock/clock.ts';
import { loadOrganisationView } from '../metrics/question/organisation-view.ts';
import { type Purpose, auditRecords } from './audit-records.ts';
import { describeRecord } from './describe-record.ts';
import type { FactRow, Mark } from './fact-list.ts';
import { countSql, pageSql } from './fact-page.query.ts';
import { listOfMetric } from './list-of-metric.ts';
import { readMark } from './read-mark.ts';
import { readCursor, writeCursor } from './record-cursor.ts';

const PAGE = 50;
/** Records that cannot be told from the cells are counted no further than this. */
const MOST_COUNTED = 10_000;

/** Lists the facts behind a mark. */
@Injectable()
export class RecordsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  find(scope: Scope, asked: RecordsQueryDto, purpose: Purpose): Promise<RecordsPageDto> {
    const after = readCursor(asked.cursor);
    const limit = asked.limit ?? PAGE;
    return this.database.inScope(scope, async (transaction) => {
      const organisation = await loadOrganisationView(transaction, asked.where);
      const mark = readMark(asked, scope, organisation, this.clock.today(organisation.timeZone));
      const list = listOfMetric(mark.metric);
      // One more than the page holds tells whether there is a next one.
      const page = pageSql(list, mark, after, limit + 1);
      const found = await transaction.query<FactRow>(page.text, page.values);
      const rows = found.slice(0, limit);
      const last = found.length > limit ? rows.at(-1) : undefined;
      const records = rows.map((row) => ({ row, told: describeRecord(row, list, organisation) }));
      auditRecords(transaction, asked, purpose, records);
      return {
        facts: mark.metric.facts,
        total: await total(transaction, mark),
        rows: records.map(({ told }) => told),
        next: last === undefined ? null : writeCursor({ at: last.at.getTime(), id: last.id }),
      };
    });
  }
}

/**
 * The n of the mark, from the cells. They do not know which answers came with words, nor that scores of several
 * touchpoints stand on one response: those are counted.
 */
async function total(transaction: Transaction, mark: Mark): Promise<number> {
  const { metric, filter, withWords, from, to, today, organisation } = mark;
  const severalScores = metric.facts === 'survey-responses' && (filter.touchpoints?.length ?? 0) > 1;
  // A row of monthly counts stands for many answers: the rows are counted.
  if (!withWords && !severalScores && metric.facts !== 'survey-counts') {
    const periods = [{ at: `${from}/${to}`, from, to }];
    return countBehind(transaction, {
      metrics: [metric],
      grain: 'total',
      periods,
      by: [],
      where: {},
      filter,
      compare: null,
      today,
      organisation,
    });
  }
  const count = countSql(listOfMetric(metric), mark, MOST_COUNTED);
  const [counted] = await transaction.query<{ total: number }>(count.text, count.values);
  return counted?.total ?? 0;
}
