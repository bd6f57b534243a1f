import type { Transaction } from '../database/database.ts';

/** Facts and the cells that count them, which go together. */
const OF_DEPARTMENTS = [
  ...['survey_response', 'survey_response_cell', 'wait', 'wait_cell', 'review', 'review_cell'],
  'source_week',
  ...['survey_count', 'survey_count_cell'],
  ...['complaint_event', 'complaint', 'complaint_cell'],
] as const;

/** After them, what only made sense with them; what others point at comes last. */
const OF_THE_REST = [
  ...['webhook_delivery', 'webhook'],
  ...[
    'merged_visit',
    'replaced_row',
    'row_part',
    'quarantine',
    'quarantine_reading',
    'import_batch',
    'import',
    'upload',
    'source_mapping',
  ],
  'signal_baseline',
  ...['source_arrival', 'source_expectation', 'source', 'department', 'site'],
] as const;

/** Takes away all rows of a department with what was counted from them; tells how many rows and cells there were. */
export async function removeRowsOf({ query, scope }: Transaction, departmentId: string): Promise<number> {
  let removed = 0;
  for (const table of OF_DEPARTMENTS) {
    const [gone] = await query<{ rows: number }>(
      `with gone as (delete from ${table} where organisation_id = $1 and department_id = $2 returning 1)
       select count(*)::int as rows from gone`,
      [scope.organisationId, departmentId],
    );
    removed += gone?.rows ?? 0;
  }
  return removed;
}

/** Takes away what is left of an organisation but its name, its people, its settings and its trail. */
export async function removeTheRest({ query, scope }: Transaction): Promise<void> {
  const { organisationId } = scope;
  // Held first: an import that is about to store rows there fails after this.
  await query('select 1 from department where organisation_id = $1 order by id for update', [organisationId]);
  for (const table of [...OF_DEPARTMENTS, ...OF_THE_REST]) {
    await query(`delete from ${table} where organisation_id = $1`, [organisationId]);
  }
  await query('update machine_key set revoked_at = now() where organisation_id = $1 and revoked_at is null', [
    organisationId,
  ]);
  await query('update complaint_counter set next_number = 1 where organisation_id = $1', [organisationId]);
  await query(`update account set departments = '{}' where organisation_id = $1 and departments <> '{}'`, [
    organisationId,
  ]);
}
