import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.ts';

/**
 * What is known of how fresh a source is: the day each row first came, counts by source of the day rows count for and
 * the day they came, counts of what the rows of a week are made of, and how often people say that a source should
 * deliver. Rows stored before have no day of arrival and are not among the counts.
 */
export class CreateFreshness1795305600008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
    for (const statement of [...ARRIVED, ...ARRIVALS, ...WEEKS, ...EXPECTATIONS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table source_expectation, source_week, source_arrival');
    for (const table of FACTS) await runner.query(`alter table ${table} drop column arrived_on`);
  }
}

const FACTS = ['survey_response', 'wait', 'review'] as const;
const ARRIVED = FACTS.map((table) => `alter table ${table} add column arrived_on date`);

const ARRIVALS = tenantTable({
  name: 'source_arrival',
  columns: `
    organisation_id uuid not null,
    source_id uuid not null,
    kind text collate "C" not null,
    happened_on date not null,
    arrived_on date not null,
    rows int not null,
    primary key (organisation_id, source_id, kind, happened_on, arrived_on)`,
  everyDepartment: true,
  fillfactor: 70,
  grants: 'select, insert, update, delete',
});

const WEEKS = tenantTable({
  name: 'source_week',
  columns: `
    organisation_id uuid not null,
    source_id uuid not null,
    kind text collate "C" not null,
    on_date date not null,
    department_id uuid not null,
    counts int[] not null,
    primary key (organisation_id, source_id, kind, on_date, department_id)`,
  departments: true,
  fillfactor: 70,
  grants: 'select, insert, update, delete',
});

const EXPECTATIONS = [
  ...tenantTable({
    name: 'source_expectation',
    columns: `
      organisation_id uuid not null,
      source_id uuid not null,
      rhythm text collate "C" not null,
      weekdays smallint[] not null,
      grace_hours int not null check (grace_hours between 0 and 720),
      set_by text not null,
      set_at timestamptz not null,
      primary key (organisation_id, source_id)`,
    grants: 'select, insert, update, delete',
  }),
  `alter table source_expectation add constraint source_expectation_source_fk
     foreign key (organisation_id, source_id) references source (organisation_id, id) on delete cascade`,
];
