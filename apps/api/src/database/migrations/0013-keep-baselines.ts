import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.ts';

/** What people said of the baselines that weeks are judged by; what was taken back stays as history. */
export class KeepBaselines1795305600013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
    for (const statement of BASELINES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table signal_baseline');
  }
}

/** `cell` names the group as `cellName` writes it. */
const BASELINES = tenantTable({
  name: 'signal_baseline',
  columns: `
    organisation_id uuid not null,
    id uuid not null,
    metric text collate "C" not null,
    cell text collate "C" not null,
    kind text collate "C" not null,
    from_on date not null,
    to_on date,
    note text not null,
    said_at timestamptz not null,
    said_by text not null,
    taken_back_at timestamptz,
    taken_back_by text,
    primary key (organisation_id, id)`,
  grants: 'select, insert, update, delete',
});
