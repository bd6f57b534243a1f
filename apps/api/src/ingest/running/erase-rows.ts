import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { uuidArray } from '../../database/binary-array.ts';
import type { Transaction } from '../../database/database.ts';
import { INGEST_KINDS } from '../rows/ingest-kinds.ts';

const FORMER_SQL = 'delete from replaced_row where organisation_id = $1::uuid and kind = $2 and id = any ($3::uuid[])';
const PARTS_SQL = 'delete from row_part where organisation_id = $1::uuid and kind = $2 and id = any ($3::uuid[])';

/** Erases rows with every earlier version and every part that is kept of them, and takes them out of all numbers; tells how many. */
export async function eraseRows(transaction: Transaction, kind: FactKind, ids: readonly string[]): Promise<number> {
  const erased = await INGEST_KINDS[kind].erase(transaction, ids);
  for (const sql of [FORMER_SQL, PARTS_SQL]) {
    await transaction.query(sql, [transaction.scope.organisationId, kind, uuidArray(ids)]);
  }
  return erased;
}
