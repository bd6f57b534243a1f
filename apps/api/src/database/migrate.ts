import { Client } from 'pg';
import { APPLICATION_ROLE } from './application-role.ts';
import { installJobs } from '../jobs/jobs-schema.ts';
import { type DatabaseAddress, ownerDataSource } from './data-source.ts';

/** Names the lock two starting processes meet at; any fixed number does. */
const MIGRATION_LOCK = 714_209_431;

/** Brings the schema up to date and makes sure of the application role; safe to run from several processes at once. */
export async function migrate(address: DatabaseAddress): Promise<void> {
  const keeper = new Client({ connectionString: address.ownerUrl, connectionTimeoutMillis: 10_000 });
  keeper.on('error', () => undefined);
  await keeper.connect();
  try {
    await keeper.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureApplicationRole(keeper);
    const dataSource = await ownerDataSource(address).initialize();
    try {
      await dataSource.runMigrations({ transaction: 'each' });
    } finally {
      await dataSource.destroy();
    }
    await installJobs(keeper);
  } finally {
    await keeper.end();
  }
}

/** Creates the role once a server; the owner becomes a member so that it can step down to it. */
async function ensureApplicationRole(client: Client): Promise<void> {
  const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE]);
  if (rows.length === 0) {
    await client.query(`create role ${APPLICATION_ROLE} nologin nosuperuser nobypassrls`).catch((error) => {
      // 42710, 23505: another database of the same server created it in the meantime.
      if (!['42710', '23505'].includes(error.code)) throw error;
    });
  }
  await client.query(`grant ${APPLICATION_ROLE} to current_user`).catch((error) => {
    // A plain owner to whom an administrator has already granted it may not grant it again.
    if (error.code !== '42501') throw error;
  });
}
