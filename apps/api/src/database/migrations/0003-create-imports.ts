import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.ts';

/**
 * What is known of an import while it goes on and after: which of its batches are committed, so that it goes on where
 * it was, and what each put in and replaced, so that it can be undone as a whole.
 */
export class CreateImports1795305600003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
    for (const statement of [...BATCHES, ...REPLACED, ...STATES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table replaced_row, import_batch;
      alter table import drop column undone_at, drop column kept`);
  }
}

/** Written in the transaction that stores the rows. The ids are of no use to compress: they are hashes. */
const BATCHES = [
  ...tenantTable({
    name: 'import_batch',
    columns: `
      organisation_id uuid not null,
      import_id uuid not null,
      kind text collate "C" not null,
      retracts boolean not null,
      first_position bigint not null,
      last_position bigint not null,
      accepted int not null,
      updated int not null,
      unchanged int not null,
      quarantined int not null,
      last_fact_at timestamptz,
      inserted uuid[] not null,
      hashes int8[] not null,
      primary key (organisation_id, import_id, kind, retracts, first_position)`,
    everyDepartment: true,
    grants: 'select, insert, delete',
  }),
  'alter table import_batch alter column inserted set storage external, alter column hashes set storage external',
];

/**
 * A row as it was before an import changed it, words and all: seen by those who saw it, erased with it. `settled` tells,
 * once the import is being undone, whether it came back or stayed.
 */
const REPLACED = [
  ...tenantTable({
    name: 'replaced_row',
    columns: `
      organisation_id uuid not null,
      import_id uuid not null,
      kind text collate "C" not null,
      id uuid not null,
      department_id uuid not null,
      content_hash bigint not null,
      former jsonb not null,
      settled text collate "C",
      primary key (organisation_id, import_id, kind, id)`,
    departments: true,
    grants: 'select, insert, update, delete',
  }),
  'create index replaced_row_id_idx on replaced_row (organisation_id, kind, id)',
];

/** How many of its rows an undone import left, because somebody had gone on with them. */
const STATES = ['alter table import add column undone_at timestamptz, add column kept int'];
