import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.ts';

/** Addresses at which systems deliver rows as they come up, and what was delivered there. */
export class CreateWebhooks1795305600009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
    for (const statement of [...WEBHOOKS, ...DELIVERIES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table webhook_delivery, webhook');
  }
}

/** Secrets are sealed; the former one is good beside the newer until its time has run out. */
const WEBHOOKS = [
  ...tenantTable({
    name: 'webhook',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      source_id uuid not null,
      name text not null,
      scheme text collate "C" not null,
      format text collate "C" not null,
      kind text collate "C",
      secret bytea not null,
      hint text collate "C" not null,
      secret_at timestamptz not null,
      former_secret bytea,
      former_until timestamptz,
      paused boolean not null default false,
      created_at timestamptz not null,
      created_by text not null,
      failures jsonb not null default '[]',
      turned_away int not null default 0,
      told_at timestamptz,
      primary key (organisation_id, id)`,
    everyDepartment: true,
    grants: 'select, insert, update, delete',
  }),
  'create index webhook_source_idx on webhook (organisation_id, source_id)',
];

/**
 * Kept for longer than any sender goes on sending again. Of a delivery's own id only the hash is kept: what systems put
 * there is theirs to say.
 */
const DELIVERIES = [
  ...tenantTable({
    name: 'webhook_delivery',
    columns: `
      organisation_id uuid not null,
      webhook_id uuid not null,
      message_hash bytea not null,
      body_hash bytea not null,
      import_id uuid not null,
      received_at timestamptz not null,
      taken_at timestamptz,
      read int not null default 0,
      accepted int not null default 0,
      updated int not null default 0,
      unchanged int not null default 0,
      quarantined int not null default 0,
      primary key (organisation_id, webhook_id, message_hash)`,
    everyDepartment: true,
    grants: 'select, insert, update, delete',
  }),
  'create index webhook_delivery_received_idx on webhook_delivery (organisation_id, webhook_id, received_at desc)',
];
