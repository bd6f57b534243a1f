import type { ArrivalKind } from '#metrics/freshness/source-counts.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { COMPLAINT_CELL } from '../rollups/cell-table.ts';
import { compareArrivals } from '../rollups/compare-arrivals.ts';
import { type CellDifference, compareCells } from '../rollups/compare-cells.ts';
import { recountComplaintCells } from './complaint-recount.ts';
import type { Fact, FactTable } from './fact-table.ts';
import { recount } from './recount.ts';
import { REVIEW } from './review.table.ts';
import { SURVEY_COUNT } from './survey-count.table.ts';
import { SURVEY_RESPONSE } from './survey-response.table.ts';
import { WAIT } from './wait.table.ts';

/**
 * Recounts every rollup cell of an organisation from its facts, in one snapshot while others go on writing, and
 * returns each cell that differs: none, unless something outside of Bedside changed the tables.
 */
export function verifyRollups(database: Database, scope: Scope): Promise<CellDifference[]> {
  return database.inScope(
    scope,
    async (transaction) => [
      ...(await verifyTable(transaction, SURVEY_RESPONSE)),
      ...(await verifyTable(transaction, WAIT)),
      ...(await verifyTable(transaction, REVIEW)),
      ...(await verifyTable(transaction, SURVEY_COUNT)),
      ...(await compareCells(transaction, COMPLAINT_CELL, await recountComplaintCells(transaction))),
    ],
    { snapshot: true },
  );
}

/** Facts that are counted by source too. */
const ARRIVALS_OF: Readonly<Record<string, ArrivalKind>> = {
  [SURVEY_RESPONSE.name]: 'survey-responses',
  [WAIT.name]: 'waits',
  [REVIEW.name]: 'reviews',
};

async function verifyTable<Row extends Fact, Counted>(
  transaction: Transaction,
  table: FactTable<Row, Counted>,
): Promise<CellDifference[]> {
  const recounted = await recount(transaction, table);
  const kind = ARRIVALS_OF[table.name];
  return [
    ...(await compareCells(transaction, table.cells, recounted)),
    ...(kind === undefined ? [] : await compareArrivals(transaction, kind, recounted.arrivals)),
  ];
}
