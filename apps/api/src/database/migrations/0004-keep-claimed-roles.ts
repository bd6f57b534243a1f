import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The role the identity provider last said somebody has, where it was not taken on because they are the last
 * administrator who can sign in.
 */
export class KeepClaimedRoles1795305600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table account add column claimed_role text collate "C"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table account drop column claimed_role');
  }
}
