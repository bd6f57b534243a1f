import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is masked in the words of each source, and how much of it there was in what came. */
export class MaskBySource1795305600007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`set local citus.multi_shard_modify_mode to 'sequential'`);
    await runner.query(`
      alter table source
        add column masked_in_feedback text[] not null default '{email,card,national,hospital,phone,name}',
        add column masked_in_complaints text[] not null default '{email,card,national,hospital,phone}',
        add column hospital_numbers text[] not null default '{}'`);
    for (const table of ['import_batch', 'import']) {
      await runner.query(`alter table ${table} add column masked jsonb not null default '{}'`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table import drop column masked');
    await runner.query('alter table import_batch drop column masked');
    await runner.query(
      'alter table source drop column masked_in_feedback, drop column masked_in_complaints, drop column hospital_numbers',
    );
  }
}
