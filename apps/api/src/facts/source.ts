import { randomUUID } from 'node:crypto';
import type { Transaction } from '../database/database.ts';

/** The source of what people enter in Bedside itself. */
export const OWN_SOURCE = 'bedside';

/** The id of a source; undefined for one that nothing has come from. */
export async function findSource({ query, scope }: Transaction, code: string): Promise<string | undefined> {
  const [source] = await query<{ id: string }>('select id from source where organisation_id = $1::uuid and code = $2', [
    scope.organisationId,
    code,
  ]);
  return source?.id;
}

/** The id of a source; one that nobody has named before is created. */
export async function ensureSource(transaction: Transaction, code: string): Promise<string> {
  const known = await findSource(transaction, code);
  if (known !== undefined) return known;
  await transaction.query(
    'insert into source (organisation_id, id, code, name) values ($1::uuid, $2::uuid, $3, $3) on conflict do nothing',
    [transaction.scope.organisationId, randomUUID(), code],
  );
  const created = await findSource(transaction, code);
  if (created === undefined) throw new Error('a source just created cannot be found');
  return created;
}
