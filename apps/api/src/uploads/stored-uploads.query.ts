import type { Transaction } from '../database/database.ts';

/** A file that somebody began to send. */
export interface StoredUpload {
  id: string;
  name: string;
  bytes: number;
  keptUntil: Date;
  isBeingImported: boolean;
}

const BEING_IMPORTED = `exists (select from import i
  where i.organisation_id = u.organisation_id and i.upload_id = u.id and i.state in ('waiting', 'running'))`;

/** Also a dry run reads it, but it is still there to be imported. */
const TAKEN = `exists (select from import i
  where i.organisation_id = u.organisation_id and i.upload_id = u.id and not i.dry_run
    and i.state in ('waiting', 'running'))`;

const SELECT = `select u.id, u.name, u.bytes::float8 as bytes, u.kept_until as "keptUntil",
  ${BEING_IMPORTED} as "isBeingImported"
from upload u where u.organisation_id = $1`;

/** One file; `owner` null finds anybody's. */
export async function findUpload(
  { query, scope }: Transaction,
  id: string,
  owner: string | null,
): Promise<StoredUpload | undefined> {
  const [found] = await query<StoredUpload>(`${SELECT} and u.id = $2 and ($3::uuid is null or u.account_id = $3)`, [
    ...[scope.organisationId, id, owner],
  ]);
  return found;
}

/** A person's files that nobody has imported, the newest first. */
export function ownUploads({ query, scope }: Transaction, accountId: string): Promise<StoredUpload[]> {
  return query(`${SELECT} and u.account_id = $2 and not ${TAKEN} order by u.kept_until desc, u.id`, [
    ...[scope.organisationId, accountId],
  ]);
}

/** False where it has been removed meanwhile. */
export async function keepUploadUntil({ query, scope }: Transaction, id: string, until: Date): Promise<boolean> {
  const kept = await query('update upload set kept_until = $3 where organisation_id = $1 and id = $2 returning 1', [
    ...[scope.organisationId, id, until],
  ]);
  return kept.length > 0;
}

/** Takes it off the list; false while it is being imported. */
export async function removeUpload({ query, scope }: Transaction, id: string): Promise<boolean> {
  await query('select 1 from upload where organisation_id = $1 and id = $2 for update', [scope.organisationId, id]);
  const gone = await query(
    `delete from upload u where u.organisation_id = $1 and u.id = $2 and not ${BEING_IMPORTED} returning 1`,
    [scope.organisationId, id],
  );
  return gone.length > 0;
}

/** Takes away those whose time is over; tells their ids. */
export async function removeForgotten({ query, scope }: Transaction, now: Date): Promise<string[]> {
  const gone = await query<{ id: string }>(
    `delete from upload u where u.organisation_id = $1 and u.kept_until < $2 and not ${BEING_IMPORTED} returning u.id`,
    [scope.organisationId, now],
  );
  return gone.map(({ id }) => id);
}
