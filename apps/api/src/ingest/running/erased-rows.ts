import type { FactKind } from '#contracts/ingest/fact-kind.ts';
import { uuidArray } from '../../database/binary-array.ts';
import type { Transaction } from '../../database/database.ts';
import { giveBack } from '../../database/spare-bytes.ts';
import { idArray } from '../../facts/written-rows.ts';

/** What a row that was erased on a patient's request is refused with, should it be sent again. */
export const ERASED = {
  field: null,
  code: 'erased',
  message: 'A patient had this row erased, so it stays out and its text is not kept. Leave it out of what you send.',
} as const;

/** Rows of a kind, or rows that were only set aside. */
export type ErasedKind = FactKind | 'quarantine';

const FIND_SQL = `select id from erased_row where organisation_id = $1::uuid and kind = $2 and id = any ($3::uuid[])`;

const REMEMBER_SQL = `insert into erased_row (organisation_id, kind, id, erased_at)
select $1::uuid, $2, unnest($3::uuid[]), now() on conflict do nothing`;

/** Those of the rows, by the hash of their natural key, that a patient has had erased. */
export async function erasedAmong(
  { client, scope }: Transaction,
  kind: ErasedKind,
  keyed: readonly { id: string }[],
): Promise<ReadonlySet<string>> {
  if (keyed.length === 0) return new Set();
  const ids = idArray(keyed);
  const { rows } = await client.query({
    name: 'erased-among',
    text: FIND_SQL,
    values: [scope.organisationId, kind, ids],
  });
  giveBack(ids);
  return new Set((rows as { id: string }[]).map(({ id }) => id));
}

/** Keeps nothing of erased rows but the hashes of their natural keys, by which they are known should they come back. */
export async function rememberErased({ query, scope }: Transaction, kind: ErasedKind, ids: readonly string[]) {
  await query(REMEMBER_SQL, [scope.organisationId, kind, uuidArray([...ids].sort())]);
}
