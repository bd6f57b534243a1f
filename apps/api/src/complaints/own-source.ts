import { randomUUID } from 'node:crypto';
import type { Transaction } from '../database/database.ts';

/** The source of what people enter in Bedside itself. */
const OWN_SOURCE = 'bedside';

const FIND_SQL = 'select id from source where organisation_id = $1::uuid and code = $2';

const CREATE_SQL = `insert into source (organisation_id, id, code, name) values ($1::uuid, $2::uuid, $3, 'Bedside')
on conflict (organisation_id, code) do nothing`;

/** Its id; the first step anybody takes creates it. */
export async function ownSourceId({ query, scope }: Transaction): Promise<string> {
  const find = async () => (await query<{ id: string }>(FIND_SQL, [scope.organisationId, OWN_SOURCE]))[0]?.id;
  const known = await find();
  if (known !== undefined) return known;
  await query(CREATE_SQL, [scope.organisationId, randomUUID(), OWN_SOURCE]);
  const created = await find();
  if (created === undefined) throw new Error('a source just created cannot be found');
  return created;
}
