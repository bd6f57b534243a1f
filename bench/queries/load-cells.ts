import { HOME_SCOPE } from '../../apps/api/src/access/access.ts';
import type { Database } from '../../apps/api/src/database/database.ts';
import type { Fact, FactTable } from '../../apps/api/src/facts/fact-table.ts';
import { recount } from '../../apps/api/src/facts/recount.ts';
import { SURVEY_RESPONSE } from '../../apps/api/src/facts/survey-response.table.ts';
import { verifyRollups } from '../../apps/api/src/facts/verify.ts';
import { WAIT } from '../../apps/api/src/facts/wait.table.ts';
import { applyCellDeltas } from '../../apps/api/src/rollups/apply-cells.ts';

/** Counts the facts into cells as a recount does, and writes them as a batch of rows would. */
export async function loadCells(database: Database): Promise<void> {
  await count(database, SURVEY_RESPONSE);
  await count(database, WAIT);
}

/** Throws unless every cell is what its facts say. */
export async function verifyCells(database: Database): Promise<void> {
  const different = await verifyRollups(database, HOME_SCOPE);
  if (different.length > 0) throw new Error(`${different.length} cells differ from their facts`);
}

async function count<Row extends Fact, Counted>(database: Database, table: FactTable<Row, Counted>): Promise<void> {
  await database.inScope(HOME_SCOPE, async (transaction) => {
    await applyCellDeltas(transaction, table.cells, await recount(transaction, table));
  });
}
