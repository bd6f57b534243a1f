import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLE } from '../application-role.ts';
import { tenantTable } from '../tenant-table.ts';

/**
 * What sources say of rows bit by bit, until the rest of it comes: an arrival in one file, the admission in the next.
 * And of merged visits the rows that tell of either, so that a wait that both tell counts once, whenever the second comes.
 */
export class KeepRowParts1795305600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
    for (const statement of [...PARTS, ...ROWS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table row_part;
      alter table merged_visit drop column retired_row, drop column surviving_row;
      revoke update on merged_visit from ${APPLICATION_ROLE}`);
  }
}

const PARTS = [
  ...tenantTable({
    name: 'row_part',
    columns: `
      organisation_id uuid not null,
      kind text collate "C" not null,
      id uuid not null,
      import_id uuid not null,
      visit_pseudonym uuid,
      parts jsonb not null,
      told_at timestamptz not null default now(),
      primary key (organisation_id, kind, id, import_id)`,
    everyDepartment: true,
    grants: 'select, insert, update, delete',
  }),
  'create index row_part_import_idx on row_part (organisation_id, import_id)',
];

const ROWS = [
  'alter table merged_visit add column retired_row uuid, add column surviving_row uuid',
  'create index merged_visit_retired_row_idx on merged_visit (organisation_id, retired_row)',
  'create index merged_visit_surviving_row_idx on merged_visit (organisation_id, surviving_row)',
  `grant update on merged_visit to ${APPLICATION_ROLE}`,
];
