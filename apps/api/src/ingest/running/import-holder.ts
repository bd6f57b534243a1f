import type { Transaction } from '../../database/database.ts';
import type { ImportRecord } from './import-record.ts';

/** Somebody else has taken the import over: whatever is stored of it now is theirs to store. */
export class TakenOver extends Error {
  override readonly name = 'TakenOver';
}

/** Keeps an import from being taken over until the transaction ends. Throws `TakenOver` where it has been. */
export async function refuseUnlessHeld(
  { client, scope }: Transaction,
  { importId, holder }: Pick<ImportRecord, 'importId' | 'holder'>,
): Promise<void> {
  if (holder === undefined) return;
  const { rows } = await client.query({
    name: 'import-held',
    text: 'select 1 from import where organisation_id = $1::uuid and id = $2::uuid and holder = $3::uuid for key share',
    values: [scope.organisationId, importId, holder],
  });
  if (rows.length === 0) throw new TakenOver('another worker goes on with the import');
}
