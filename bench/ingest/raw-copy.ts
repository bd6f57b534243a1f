import { join } from 'node:path';
import type { BenchWorld } from './bench-world.ts';

/** The yardstick: the superuser's COPY of rows into a table with the columns and indexes of the facts, and nothing else. */
export interface RawCopy {
  run(): Promise<unknown>;
}

/** Takes the rows that have just been imported as the rows to copy, in the order in which their file had them. */
export async function rawCopyOfFacts(
  { owner, filesFolder }: BenchWorld,
  name: string,
  order: string,
): Promise<RawCopy> {
  const path = join(filesFolder, `${name}.copy`);
  await owner.query('drop table if exists raw_copy');
  await owner.query('create table raw_copy (like survey_response including all)');
  await owner.query(`copy (select * from survey_response order by ${order}) to '${path}'`);
  return {
    async run() {
      await owner.query(`copy raw_copy from '${path}'`);
    },
  };
}

/** Nothing stored, nothing waiting to be written: where each half of a pair begins. */
export async function emptied({ owner }: BenchWorld): Promise<void> {
  await owner.query('create table if not exists raw_copy ()');
  await owner.query(
    'truncate raw_copy, survey_response, survey_response_cell, import, quarantine, source_arrival, source_week',
  );
  await owner.query('checkpoint');
}
