import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.ts';

/**
 * Visits that turned out to be one, by their pseudonyms: rows stay as they came, and whoever asks for one visit finds
 * the rows of both. And rows that an import took back are kept, so that it can be undone.
 */
export class MergeVisits1795305600011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
    for (const statement of [...MERGED, TAKEN_BACK]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table merged_visit; alter table replaced_row drop column taken_back');
  }
}

const MERGED = [
  ...tenantTable({
    name: 'merged_visit',
    columns: `
      organisation_id uuid not null,
      retired uuid not null,
      surviving uuid not null,
      import_id uuid not null,
      primary key (organisation_id, retired, surviving, import_id)`,
    everyDepartment: true,
    grants: 'select, insert, delete',
  }),
  'create index merged_visit_surviving_idx on merged_visit (organisation_id, surviving)',
  'create index merged_visit_import_idx on merged_visit (organisation_id, import_id)',
];

const TAKEN_BACK = 'alter table replaced_row add column taken_back boolean not null default false';
