import type { Transaction } from '../database/database.ts';
import { rememberErased } from '../ingest/running/erased-rows.ts';
import { eraseRows } from '../ingest/running/erase-rows.ts';
import { type HeldIds, heldIds } from './held-ids.query.ts';
import { HELD_TABLES } from './held-tables.ts';
import type { PatientMarks } from './patient-marks.ts';

/** Imports hold the departments of their rows: while this holds them all, none comes in and none is on its way. */
const HOLD_SQL = `select id from department where organisation_id = $1::uuid order by id for update`;

const QUARANTINE_SQL = `delete from quarantine where organisation_id = $1::uuid and id = any ($2::uuid[])`;

/** A row may have been the patient's before an import said whose it is. */
const FORMER_SQL = `delete from replaced_row
where organisation_id = $1::uuid and (id = any ($3::uuid[]) or former ->> 'visit_pseudonym' = any ($2::text[]))`;

/** What was said of visits of which no row has come yet; whatever still comes of them stays out too. */
const PARTS_SQL = `delete from row_part where organisation_id = $1::uuid and visit_pseudonym = any ($2::uuid[])
returning id`;

/** With the rows goes that their visits were one. */
const MERGES_SQL = `delete from merged_visit
where organisation_id = $1::uuid and (retired = any ($2::uuid[]) or surviving = any ($2::uuid[]))`;

/** A file may be called after the patient it is about. */
const FILE_NAMES_SQL = `update import set name = null where organisation_id = $1::uuid and name ~* $2`;

const UPLOAD_NAMES_SQL = `update upload set name = 'file' where organisation_id = $1::uuid and name ~* $2`;

/** Nobody should have named a patient there, but somebody may have. */
const BASELINE_NOTES_SQL = `update signal_baseline set note = '…' where organisation_id = $1::uuid and note ~* $2`;

/**
 * Erases every row held about a patient and takes it out of all numbers; keeps the hashes of their keys, so that the
 * rows stay out should they be sent again. Tells what there was.
 */
export async function eraseHeld(transaction: Transaction, marks: PatientMarks): Promise<HeldIds> {
  const { query, scope } = transaction;
  await query(HOLD_SQL, [scope.organisationId]);
  const held = await heldIds(transaction, marks);
  for (const { kind } of HELD_TABLES) {
    const ids = held.ids[kind];
    if (ids.length === 0) continue;
    await eraseRows(transaction, kind, ids);
    await rememberErased(transaction, kind, ids);
  }
  await query(QUARANTINE_SQL, [scope.organisationId, held.quarantine]);
  await rememberErased(transaction, 'quarantine', held.quarantine);
  await query(FORMER_SQL, [scope.organisationId, marks.pseudonyms, marks.naturalIds]);
  const parts = await query<{ id: string }>(PARTS_SQL, [scope.organisationId, marks.pseudonyms]);
  await rememberErased(
    transaction,
    'waits',
    parts.map(({ id }) => id),
  );
  await query(MERGES_SQL, [scope.organisationId, marks.pseudonyms]);
  await query(FILE_NAMES_SQL, [scope.organisationId, marks.pattern]);
  await query(UPLOAD_NAMES_SQL, [scope.organisationId, marks.pattern]);
  await query(BASELINE_NOTES_SQL, [scope.organisationId, marks.pattern]);
  return held;
}
