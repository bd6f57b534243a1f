import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.ts';

/** Files on their way in, the mapping that each source's files are read by, and what an import is asked to do and has done. */
export class CreateUploads1795305600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
    for (const statement of [...UPLOADS, ...MAPPINGS, ...RUNS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index import_started_idx;
      alter table import drop column way, drop column state, drop column dry_run, drop column bytes,
        drop column bytes_read, drop column passed_over, drop column refusals, drop column failure, drop column started_by,
        drop column started_by_id, drop column upload_id, drop column options, drop column holder, drop column held_until,
        drop column tries, drop column stop_asked;
      drop table source_mapping, upload`);
  }
}

/** How many bytes of it are here is not written down: the length of the file is the truth. */
const UPLOADS = tenantTable({
  name: 'upload',
  columns: `
    organisation_id uuid not null,
    id uuid not null,
    account_id uuid not null,
    name text not null,
    bytes bigint not null,
    kept_until timestamptz not null,
    primary key (organisation_id, id)`,
  everyDepartment: true,
  grants: 'select, insert, update, delete',
});

/** Each change is a version of its own, so that it can be told by whom a mapping was changed, and when. */
const MAPPINGS = tenantTable({
  name: 'source_mapping',
  columns: `
    organisation_id uuid not null,
    source_id uuid not null,
    kind text collate "C" not null,
    version int not null,
    format text,
    options jsonb not null,
    mapping jsonb not null,
    saved_at timestamptz not null,
    saved_by text not null,
    primary key (organisation_id, source_id, kind, version)`,
  everyDepartment: true,
  grants: 'select, insert, delete',
});

/** `holder` is whoever may store batches until `held_until`; a worker that was taken for dead is the holder no more. */
const RUNS = [
  `alter table import
    add column way text collate "C" not null default 'rest',
    add column state text collate "C" not null default 'done',
    add column dry_run boolean not null default false,
    add column bytes bigint,
    add column bytes_read bigint,
    add column passed_over jsonb not null default '{}',
    add column refusals jsonb not null default '[]',
    add column failure text,
    add column started_by text,
    add column started_by_id uuid,
    add column upload_id uuid,
    add column options jsonb,
    add column holder uuid,
    add column held_until timestamptz,
    add column tries int not null default 0,
    add column stop_asked boolean not null default false`,
  'create index import_started_idx on import (organisation_id, started_at desc, id)',
];
