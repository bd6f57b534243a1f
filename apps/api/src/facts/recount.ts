import { paged } from '../database/paged.ts';
import type { Transaction } from '../database/database.ts';
import { CellDeltas } from '../rollups/cell-deltas.ts';
import type { Fact, FactTable } from './fact-table.ts';

/** What the cells of a fact table should hold, counted from the facts alone. */
export async function recount<Row extends Fact, Counted>(
  transaction: Transaction,
  table: FactTable<Row, Counted>,
): Promise<CellDeltas> {
  const cells = new CellDeltas(table.cells);
  const text = `select ${table.countedSql} from ${table.name} f where f.organisation_id = $1::uuid`;
  for await (const rows of paged<Counted>(transaction, text, [transaction.scope.organisationId])) {
    for (const row of rows) table.count(cells, row, 1);
  }
  return cells;
}
