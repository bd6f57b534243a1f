import type { Transaction } from '../database/database.ts';

/** For so many days an import can be undone: until then what it replaced is kept. */
export const UNDO_DAYS = 30;

/** What was replaced by imports too old to be undone, and whatever has words that are kept no longer. */
const FORMER_SQL = `delete from replaced_row r using import i
where r.organisation_id = $1::uuid and i.organisation_id = r.organisation_id and i.id = r.import_id
  and (i.started_at < $2::timestamptz
    or coalesce(r.former ->> 'responded_at', r.former ->> 'reviewed_at', r.former ->> 'received_at')::timestamptz
      < $3::timestamptz)`;

const BATCHES_SQL = `delete from import_batch b using import i
where b.organisation_id = $1::uuid and i.organisation_id = b.organisation_id and i.id = b.import_id
  and i.finished_at is not null and i.started_at < $2::timestamptz`;

/** Forgets what is only kept so that imports can be undone. `wordsBefore` null keeps words of any age. */
export async function forgetPastUndoing(
  { query, scope }: Transaction,
  importedBefore: Date,
  wordsBefore: Date | null,
): Promise<void> {
  await query(FORMER_SQL, [scope.organisationId, importedBefore, wordsBefore]);
  await query(BATCHES_SQL, [scope.organisationId, importedBefore]);
}
