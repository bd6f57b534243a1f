import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPLICATION_ROLE } from '../application-role.ts';
import { tenantTable } from '../tenant-table.ts';

/**
 * Who may come in, by what, and what was done: accounts, their sessions and one-time links, keys of sources, and the
 * audit trail. Secrets are kept as hashes. Only those who see every department read any of it; whoever is at work adds
 * to the trail, and nobody changes it.
 */
export class CreateAccess1795305600002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
    for (const statement of [...PEOPLE, ...KEYS, ...TRAIL, ...ERASED, ...RULES]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table erased_row, audit_head, audit_event, machine_key, identity_request, sign_in_failure, one_time_link,
        session, account;
      alter table organisation drop column session_idle_minutes, drop column session_hours,
        drop column second_factor_required, drop column quarantine_days, drop column words_days,
        drop column tidied_on, drop column demo_departments_left`);
    await runner.query(`revoke update (note) on complaint_event from ${APPLICATION_ROLE}`);
  }
}

const PEOPLE = [
  ...tenantTable({
    name: 'account',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      email text collate "C" not null,
      name text not null,
      role text collate "C" not null,
      departments uuid[] not null default '{}',
      language text collate "C",
      password_hash text collate "C",
      totp_secret bytea,
      totp_enabled_at timestamptz,
      totp_last_step bigint,
      recovery_hashes bytea[] not null default '{}',
      identity_issuer text collate "C",
      identity_subject text collate "C",
      demo boolean not null default false,
      created_at timestamptz not null default now(),
      last_signed_in_at timestamptz,
      disabled_at timestamptz,
      primary key (organisation_id, id),
      constraint account_email_key unique (organisation_id, email),
      constraint account_identity_key unique (organisation_id, identity_issuer, identity_subject)`,
    everyDepartment: true,
    grants: 'select, insert, update',
  }),
  ...tenantTable({
    name: 'session',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      secret_hash bytea not null,
      account_id uuid not null,
      awaits_second_factor boolean not null default false,
      created_at timestamptz not null,
      last_seen_at timestamptz not null,
      address text,
      agent text,
      primary key (organisation_id, id),
      constraint session_secret_key unique (organisation_id, secret_hash)`,
    everyDepartment: true,
    fillfactor: 70,
    grants: 'select, insert, update, delete',
  }),
  `create index session_account_idx on session (organisation_id, account_id)`,
  ...tenantTable({
    name: 'one_time_link',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      secret_hash bytea not null,
      purpose text collate "C" not null,
      account_id uuid,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      primary key (organisation_id, id),
      constraint one_time_link_secret_key unique (organisation_id, secret_hash)`,
    everyDepartment: true,
    grants: 'select, insert, update, delete',
  }),
  ...tenantTable({
    name: 'sign_in_failure',
    columns: `
      organisation_id uuid not null,
      bucket bytea not null,
      failures int not null,
      last_failed_at timestamptz not null,
      primary key (organisation_id, bucket)`,
    everyDepartment: true,
    grants: 'select, insert, update, delete',
  }),
  ...tenantTable({
    name: 'identity_request',
    columns: `
      organisation_id uuid not null,
      state_hash bytea not null,
      nonce text collate "C" not null,
      verifier text collate "C" not null,
      browser_hash bytea not null,
      return_to text not null,
      expires_at timestamptz not null,
      primary key (organisation_id, state_hash)`,
    everyDepartment: true,
    grants: 'select, insert, update, delete',
  }),
];

const KEYS = [
  ...tenantTable({
    name: 'machine_key',
    columns: `
      organisation_id uuid not null,
      id uuid not null,
      source_id uuid not null,
      name text not null,
      secret_hash bytea not null,
      hint text collate "C" not null,
      created_at timestamptz not null,
      created_by text not null,
      expires_at timestamptz,
      revoked_at timestamptz,
      last_used_at timestamptz,
      primary key (organisation_id, id),
      constraint machine_key_secret_key unique (organisation_id, secret_hash)`,
    everyDepartment: true,
    grants: 'select, insert, update',
  }),
  `create index machine_key_source_idx on machine_key (organisation_id, source_id)`,
];

const TRAIL = [
  ...tenantTable({
    name: 'audit_event',
    columns: `
      organisation_id uuid not null,
      seq bigint not null,
      at timestamptz not null,
      actor_kind text collate "C" not null,
      actor_id uuid,
      actor_name text not null,
      address text,
      action text collate "C" not null,
      subject_kind text collate "C",
      subject text,
      records uuid[] not null,
      details text not null,
      previous_hash bytea not null,
      hash bytea not null,
      primary key (organisation_id, seq)`,
    everyDepartment: true,
    addedByAll: true,
    grants: 'select, insert',
  }),
  `create index audit_event_time_idx on audit_event (organisation_id, at)`,
  `create index audit_event_actor_idx on audit_event (organisation_id, actor_id, at)`,
  `create index audit_event_subject_idx on audit_event (organisation_id, subject_kind, subject)`,
  `create index audit_event_records_idx on audit_event using gin (records) where records <> '{}'`,
  ...tenantTable({
    name: 'audit_head',
    columns: `
      organisation_id uuid not null,
      seq bigint not null,
      hash bytea not null,
      signature bytea,
      primary key (organisation_id)`,
    grants: 'select, insert, update',
  }),
];

/** Hashes of the natural keys of rows that patients had erased: sent again, they stay out. */
const ERASED = [
  ...tenantTable({
    name: 'erased_row',
    columns: `
      organisation_id uuid not null,
      kind text collate "C" not null,
      id uuid not null,
      erased_at timestamptz not null,
      primary key (organisation_id, kind, id)`,
    everyDepartment: true,
    grants: 'select, insert',
  }),
];

/**
 * How long a sign-in lasts, whether a second factor is asked for, how long what is kept is kept (null: for good), the
 * day it was last gone through, and, while the demo is being removed, how many departments are still to be emptied.
 */
const RULES = [
  `alter table organisation
     add column session_idle_minutes int not null default 60 check (session_idle_minutes between 5 and 1440),
     add column session_hours int not null default 12 check (session_hours between 1 and 168),
     add column second_factor_required boolean not null default false,
     add column quarantine_days int default 90 check (quarantine_days >= 1),
     add column words_days int check (words_days >= 30),
     add column tidied_on date,
     add column demo_departments_left int`,
  // What patients and staff wrote is taken away when its time is over; what happened, and when, stays as it was written.
  `grant update (note) on complaint_event to ${APPLICATION_ROLE}`,
];
