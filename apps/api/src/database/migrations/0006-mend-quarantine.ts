import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.ts';

/**
 * What a row that was set aside needs so that it can be mended and driven in again: its cells as they came, how they
 * were read, what people have mended, and what became of it.
 */
export class MendQuarantine1795305600006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
    for (const statement of [...ENTRIES, ...READINGS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table quarantine_reading;
      drop index quarantine_row_idx, quarantine_list_idx;
      alter table quarantine drop column first_import_id, drop column position, drop column retracts, drop column row_id,
        drop column cells, drop column mended, drop column said, drop column reading_id, drop column stays,
        drop column state, drop column settled_how, drop column settled_by, drop column fact_id, drop column state_at,
        drop column reason, drop column redriven_by`);
  }
}

/**
 * `row_id` is the natural key of a row that brought an id of its own; `fact_id`, where it went in, that of the fact.
 * `stays` marks a fault that its source declared, which no mapping answers.
 */
const ENTRIES = [
  `alter table quarantine
     add column first_import_id uuid,
     add column position bigint not null default 0,
     add column retracts boolean not null default false,
     add column row_id uuid,
     add column cells jsonb,
     add column mended jsonb,
     add column said text,
     add column reading_id uuid,
     add column stays boolean not null default false,
     add column state text collate "C" not null default 'open',
     add column settled_how text collate "C",
     add column settled_by uuid,
     add column fact_id uuid,
     add column state_at timestamptz,
     add column reason text,
     add column redriven_by uuid`,
  'create index quarantine_row_idx on quarantine (organisation_id, source_id, kind, row_id)',
  'create index quarantine_list_idx on quarantine (organisation_id, state, seen_at desc, row_number, id)',
];

/** How files were read whose rows were set aside, each reading once: it is the same for thousands of rows. */
const READINGS = tenantTable({
  name: 'quarantine_reading',
  columns: `
    organisation_id uuid not null,
    id uuid not null,
    reading jsonb not null,
    primary key (organisation_id, id)`,
  everyDepartment: true,
  grants: 'select, insert, delete',
});
