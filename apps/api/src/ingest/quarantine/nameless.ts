import { uuidArray } from '../../database/binary-array.ts';
import type { Transaction } from '../../database/database.ts';
import { naturalId } from '../../facts/natural-key.ts';
import type { NormalRow } from '../rows/ingest-kind.ts';
import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { tableOf } from '../rows/fact-tables.ts';
import { erasedAmong } from '../running/erased-rows.ts';

/** The key of a row that brought no id: what it says, and which of those that say so it is. */
const NUMBERED = /^(row-[0-9a-f]{32})-\d+$/;

type Keyed = NormalRow & { externalId?: string };

const digestIn = ({ externalId = '' }: Keyed): string | undefined => NUMBERED.exec(externalId)?.[1];

/** True for a row that brought no id of its own. */
export const isNameless = (row: NormalRow): boolean => digestIn(row) !== undefined;

const TRIED_AT_ONCE = 64;

/**
 * Gives rows without ids that are driven in again the next numbers that nobody has: another patient who answered the
 * same keeps theirs. Sent again in a corrected file, the two have the same two numbers.
 */
export async function withFreeNumbers(
  transaction: Transaction,
  { kind, sourceId }: { kind: FactKind; sourceId: string },
  rows: readonly NormalRow[],
  isDriven: (index: number) => boolean,
): Promise<{ rows: NormalRow[]; renamed: ReadonlySet<string> }> {
  const renamed = new Set<string>();
  const wanting = Map.groupBy(
    rows.flatMap((row, index) => (isDriven(index) && isNameless(row) ? [index] : [])),
    (index) => digestIn(rows[index] as NormalRow),
  );
  const result = [...rows];
  for (const [digest, indexes] of wanting) {
    let number = 1;
    let free: { id: string; externalId: string }[] = [];
    for (; free.length < indexes.length; number += TRIED_AT_ONCE) {
      const tried = Array.from({ length: TRIED_AT_ONCE }, (_, nth) => {
        const externalId = `${digest}-${number + nth}`;
        return { externalId, id: naturalId(sourceId, externalId) };
      });
      const taken = await takenAmong(
        transaction,
        kind,
        tried.map(({ id }) => id),
      );
      free = [...free, ...tried.filter(({ id }) => !taken.has(id))];
    }
    indexes.forEach((index, nth) => {
      const name = free[nth];
      if (name === undefined) throw new Error('fewer numbers than rows');
      const row = rows[index] as NormalRow;
      result[index] = row.renamed?.(name) ?? { ...row, ...name };
      renamed.add(name.id);
    });
  }
  return { rows: result, renamed };
}

/** Those of the ids that are stored, or that a patient has had erased. */
async function takenAmong(transaction: Transaction, kind: FactKind, ids: readonly string[]): Promise<Set<string>> {
  const { query, scope } = transaction;
  const stored = await query<{ id: string }>(
    `select id from ${tableOf(kind)} where organisation_id = $1::uuid and id = any ($2::uuid[])`,
    [scope.organisationId, uuidArray(ids)],
  );
  return new Set([
    ...stored.map(({ id }) => id),
    ...(await erasedAmong(
      transaction,
      kind,
      ids.map((id) => ({ id })),
    )),
  ]);
}
