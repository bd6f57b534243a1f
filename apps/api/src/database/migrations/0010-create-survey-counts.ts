import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.ts';

/** Answers that come in as counts of a month and a place, with their cells: months alone, since days are not known. */
export class CreateSurveyCounts1795305600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
    for (const statement of [...COUNTS, ...CELLS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table survey_count_cell, survey_count');
  }
}

const COUNTS = [
  ...tenantTable({
    name: 'survey_count',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      source_id uuid not null,
      department_id uuid not null,
      content_hash bigint not null,
      in_month date not null,
      collection smallint not null,
      very_good int not null,
      good int not null,
      neither int not null,
      poor int not null,
      very_poor int not null,
      dont_know int not null,
      eligible int,
      external_id text collate "C" not null,
      primary key (organisation_id, id)`,
    departments: true,
    grants: 'select, insert, update, delete',
  }),
  'create index survey_count_department_idx on survey_count (organisation_id, department_id, in_month)',
];

const CELLS = tenantTable({
  name: 'survey_count_cell',
  columns: `
    organisation_id uuid not null,
    grain "char" not null,
    on_date date not null,
    department_id uuid not null,
    collection smallint not null,
    counts int[] not null,
    primary key (organisation_id, grain, on_date, department_id, collection)`,
  departments: true,
  fillfactor: 70,
  grants: 'select, insert, update, delete',
});
