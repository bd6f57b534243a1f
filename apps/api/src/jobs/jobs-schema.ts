import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { APPLICATION_ROLE } from '../database/application-role.ts';
import { QUEUES } from './queues.ts';

/** Where jobs wait and are remembered, apart from what organisations own. */
export const JOBS_SCHEMA = 'jobs';

/** Raised with every new pg-boss, so that it brings its tables up to date. */
const PG_BOSS = '12.20.0';

/** Written on the schema once everything is there, so that a start finds out with one question. */
const INSTALLED = `Jobs of Bedside, ${createHash('sha256')
  .update(JSON.stringify([PG_BOSS, QUEUES]))
  .digest('hex')
  .slice(0, 16)}`;

/** Creates what jobs need, or brings it up to date, as the owner; the application may then work with it and own nothing. */
export async function installJobs(owner: Client): Promise<void> {
  const { rows } = await owner.query(
    `select obj_description(to_regnamespace('${JOBS_SCHEMA}'), 'pg_namespace') as said`,
  );
  if (rows[0]?.said === INSTALLED) return;
  const boss = new PgBoss({
    db: { executeSql: async (text, values) => rowsOf(await owner.query(text, values)) },
    schema: JOBS_SCHEMA,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => undefined);
  await boss.start();
  try {
    for (const [name, options] of Object.entries(QUEUES)) {
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await owner.query(`
    grant usage on schema ${JOBS_SCHEMA} to ${APPLICATION_ROLE};
    grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${APPLICATION_ROLE};
    grant execute on all functions in schema ${JOBS_SCHEMA} to ${APPLICATION_ROLE};
    comment on schema ${JOBS_SCHEMA} is '${INSTALLED}'`);
}

/** Postgres answers several statements at once with several results. */
export function rowsOf<Row>(result: { rows: Row[] } | { rows: Row[] }[]): { rows: Row[] } {
  return Array.isArray(result) ? { rows: result.flatMap(({ rows }) => rows) } : result;
}
