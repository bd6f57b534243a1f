import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLE } from '../application-role.ts';
import { tenantTable } from '../tenant-table.ts';

/**
 * The first schema: organisation, site, department tree, touchpoints, sources; five fact tables; their rollup cells;
 * imports and quarantine. The rules it keeps (tenant first in every key, forced row-level security, no triggers,
 * no partitions) are checked by test/architecture/schema-rules.spec.ts.
 */
export class CreateSchema1795305600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
    for (const statement of [...ORGANISATION, ...FACTS, ...CELLS, ...DELIVERY, ...FOREIGN_KEYS]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table quarantine, import, review_cell, complaint_cell, wait_cell, survey_response_cell, complaint_event,
         complaint, complaint_counter, review, wait, survey_response, wait_target, source, touchpoint, department, site,
         organisation`,
    );
  }
}

const ORGANISATION = [
  ...tenantTable({
    name: 'organisation',
    columns: `
      organisation_id uuid not null,
      name text not null,
      time_zone text not null,
      minimum_responses smallint not null default 10 check (minimum_responses >= 10),
      demo boolean not null default false,
      working_days smallint[] not null default '{1,2,3,4,5}',
      holidays date[] not null default '{}',
      acknowledge_within_days smallint not null,
      answer_within_days smallint not null,
      pseudonym_key bytea not null,
      created_at timestamptz not null default now(),
      primary key (organisation_id)`,
    grants: 'select, insert, update',
  }),
  ...tenantTable({
    name: 'site',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      code text collate "C" not null,
      name text not null,
      time_zone text not null,
      primary key (organisation_id, id),
      constraint site_code_key unique (organisation_id, code)`,
    grants: 'select, insert, update, delete',
  }),
  ...tenantTable({
    name: 'department',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      site_id uuid not null,
      parent_id uuid,
      code text collate "C" not null,
      name text not null,
      general boolean not null default false,
      primary key (organisation_id, id),
      constraint department_code_key unique (organisation_id, code)`,
    grants: 'select, insert, update, delete',
  }),
  ...tenantTable({
    name: 'touchpoint',
    columns: `
      organisation_id uuid not null,
      slot smallint not null check (slot between 1 and 200),
      code text collate "C" not null,
      parent_slot smallint,
      position smallint not null,
      name text not null,
      renamed boolean not null default false,
      active boolean not null default true,
      primary key (organisation_id, slot),
      constraint touchpoint_code_key unique (organisation_id, code)`,
    grants: 'select, insert, update',
  }),
  ...tenantTable({
    name: 'source',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      code text collate "C" not null,
      name text not null,
      created_at timestamptz not null default now(),
      primary key (organisation_id, id),
      constraint source_code_key unique (organisation_id, code)`,
    grants: 'select, insert, update, delete',
  }),
  ...tenantTable({
    name: 'wait_target',
    columns: `
      organisation_id uuid not null,
      kind smallint not null,
      holds_from date not null,
      minutes int not null check (minutes > 0),
      primary key (organisation_id, kind, holds_from)`,
    grants: 'select, insert, update, delete',
  }),
];

const FACTS = [
  ...tenantTable({
    name: 'survey_response',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      source_id uuid not null,
      department_id uuid not null,
      content_hash bigint not null,
      responded_at timestamptz not null,
      responded_on date not null,
      visited_at timestamptz,
      channel smallint not null,
      language text collate "C" not null,
      csat smallint,
      nps smallint,
      fft smallint,
      effort smallint,
      scores smallint[],
      comment text,
      visit_pseudonym uuid,
      external_id text collate "C" not null,
      primary key (organisation_id, id)`,
    departments: true,
    grants: 'select, insert, update, delete',
  }),
  `create index survey_response_department_idx on survey_response (organisation_id, department_id, responded_at)`,
  ...tenantTable({
    name: 'wait',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      source_id uuid not null,
      department_id uuid not null,
      content_hash bigint not null,
      kind smallint not null,
      started_at timestamptz not null,
      started_on date not null,
      ended_at timestamptz,
      outcome smallint not null,
      wait_minutes float8,
      promised_minutes float8,
      channel smallint not null,
      visit_pseudonym uuid,
      external_id text collate "C" not null,
      primary key (organisation_id, id)`,
    departments: true,
    grants: 'select, insert, update, delete',
  }),
  `create index wait_department_idx on wait (organisation_id, department_id, started_at)`,
  ...tenantTable({
    name: 'review',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      source_id uuid not null,
      department_id uuid not null,
      content_hash bigint not null,
      reviewed_at timestamptz not null,
      reviewed_on date not null,
      platform smallint not null,
      stars smallint,
      recommends boolean,
      language text collate "C" not null,
      text text,
      reply text,
      replied_at timestamptz,
      external_id text collate "C" not null,
      primary key (organisation_id, id)`,
    departments: true,
    grants: 'select, insert, update, delete',
  }),
  `create index review_department_idx on review (organisation_id, department_id, reviewed_at)`,
  ...tenantTable({
    name: 'complaint_counter',
    columns: `
      organisation_id uuid not null,
      next_number int not null,
      primary key (organisation_id)`,
    grants: 'select, insert, update',
  }),
  ...tenantTable({
    name: 'complaint',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      source_id uuid not null,
      department_id uuid not null,
      content_hash bigint not null,
      number int not null,
      received_at timestamptz not null,
      received_on date not null,
      channel smallint not null,
      language text collate "C" not null,
      title text,
      narrative text,
      subjects smallint[] not null,
      severity smallint not null,
      touchpoint smallint not null,
      visit_pseudonym uuid,
      acknowledge_due_on date not null,
      answer_due_on date not null,
      stage smallint not null,
      stage_since timestamptz not null,
      acknowledged_on date,
      closed_on date,
      version int not null,
      external_id text collate "C" not null,
      primary key (organisation_id, id),
      constraint complaint_number_key unique (organisation_id, number)`,
    departments: true,
    grants: 'select, insert, update, delete',
  }),
  `create index complaint_department_idx on complaint (organisation_id, department_id, received_at)`,
  `create index complaint_stage_idx on complaint (organisation_id, stage, answer_due_on)`,
  ...tenantTable({
    name: 'complaint_event',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      complaint_id uuid not null,
      source_id uuid not null,
      department_id uuid not null,
      content_hash bigint not null,
      happened_at timestamptz not null,
      happened_on date not null,
      stage smallint not null,
      note text,
      actor text,
      external_id text collate "C" not null,
      recorded_at timestamptz not null default now(),
      primary key (organisation_id, id)`,
    departments: true,
    // Append-only: what was written is never rewritten; the department follows its complaint, erasure may delete.
    grants: 'select, insert, delete, update (department_id)',
  }),
  `create index complaint_event_complaint_idx on complaint_event (organisation_id, complaint_id, happened_at)`,
];

/** Cells hold additive counts only; slot meanings live in libs/metrics. Arrays may end early: what is missing is 0. */
const CELLS = [
  ...tenantTable({
    name: 'survey_response_cell',
    columns: `
      organisation_id uuid not null,
      grain "char" not null,
      on_date date not null,
      department_id uuid not null,
      channel smallint not null,
      language text collate "C" not null,
      counts int[] not null,
      primary key (organisation_id, grain, on_date, department_id, channel, language)`,
    departments: true,
    fillfactor: 70,
    grants: 'select, insert, update, delete',
  }),
  ...tenantTable({
    name: 'wait_cell',
    columns: `
      organisation_id uuid not null,
      grain "char" not null,
      on_date date not null,
      department_id uuid not null,
      kind smallint not null,
      channel smallint not null,
      counts int[] not null,
      primary key (organisation_id, grain, on_date, department_id, kind, channel)`,
    departments: true,
    fillfactor: 70,
    grants: 'select, insert, update, delete',
  }),
  ...tenantTable({
    name: 'review_cell',
    columns: `
      organisation_id uuid not null,
      grain "char" not null,
      on_date date not null,
      department_id uuid not null,
      platform smallint not null,
      language text collate "C" not null,
      counts int[] not null,
      primary key (organisation_id, grain, on_date, department_id, platform, language)`,
    departments: true,
    fillfactor: 70,
    grants: 'select, insert, update, delete',
  }),
  ...tenantTable({
    name: 'complaint_cell',
    columns: `
      organisation_id uuid not null,
      grain "char" not null,
      on_date date not null,
      department_id uuid not null,
      channel smallint not null,
      severity smallint not null,
      subject smallint not null,
      touchpoint smallint not null,
      counts int[] not null,
      primary key (organisation_id, grain, on_date, department_id, channel, severity, subject, touchpoint)`,
    departments: true,
    fillfactor: 70,
    grants: 'select, insert, update, delete',
  }),
];

const DELIVERY = [
  ...tenantTable({
    name: 'import',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      source_id uuid not null,
      kind text not null,
      name text,
      started_at timestamptz not null,
      finished_at timestamptz,
      read int not null default 0,
      accepted int not null default 0,
      updated int not null default 0,
      unchanged int not null default 0,
      quarantined int not null default 0,
      last_fact_at timestamptz,
      primary key (organisation_id, id)`,
    grants: 'select, insert, update, delete',
  }),
  `create index import_kind_idx on import (organisation_id, kind, last_fact_at desc nulls last)`,
  ...tenantTable({
    name: 'quarantine',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      import_id uuid not null,
      source_id uuid not null,
      kind text not null,
      row_number bigint not null,
      field text,
      code text not null,
      message text not null,
      raw text not null,
      seen_at timestamptz not null,
      primary key (organisation_id, id)`,
    everyDepartment: true,
    grants: 'select, insert, update, delete',
  }),
  `create index quarantine_import_idx on quarantine (organisation_id, import_id, row_number)`,
];

/** Named, after the tables, so that a distributed database can place the tables first. Facts carry none: departments are checked once a batch. */
const FOREIGN_KEYS = [
  ...['site', 'touchpoint', 'source', 'wait_target', 'complaint_counter'].map(
    (table) =>
      `alter table ${table} add constraint ${table}_organisation_fk
         foreign key (organisation_id) references organisation (organisation_id)`,
  ),
  `alter table department add constraint department_site_fk
     foreign key (organisation_id, site_id) references site (organisation_id, id)`,
  `alter table department add constraint department_parent_fk
     foreign key (organisation_id, parent_id) references department (organisation_id, id)`,
  `alter table touchpoint add constraint touchpoint_parent_fk
     foreign key (organisation_id, parent_slot) references touchpoint (organisation_id, slot)`,
  `grant usage on schema public to ${APPLICATION_ROLE}`,
];
