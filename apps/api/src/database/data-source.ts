import type { ClientBase } from 'pg';
import { DataSource } from 'typeorm';
import { APPLICATION_ROLE } from './application-role.ts';
import { ENTITIES } from './entities.ts';
import { MIGRATIONS } from './migrations.ts';

export interface DatabaseAddress {
  /** Where migrations run: a role that may create tables (and, the first time, the application role). */
  ownerUrl: string;
  /** Where the API works; left out, it takes the owner's address and steps down to the application role. */
  applicationUrl?: string;
}

/** The API's pool: at most ten connections, each working as the application role. */
export function applicationDataSource({ ownerUrl, applicationUrl }: DatabaseAddress): DataSource {
  return new DataSource({
    type: 'postgres',
    url: applicationUrl ?? ownerUrl,
    entities: ENTITIES,
    poolSize: 10,
    logging: false,
    extra: {
      onConnect: bearErrors,
      options: `-c role=${APPLICATION_ROLE} -c statement_timeout=60000 -c timezone=UTC -c jit=off`,
      connectionTimeoutMillis: 10_000,
    },
    poolErrorHandler: () => undefined,
  });
}

/** One connection as the owner, for migrations only. */
export function ownerDataSource({ ownerUrl }: DatabaseAddress): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: MIGRATIONS,
    migrationsTableName: 'schema_migration',
    poolSize: 2,
    logging: false,
    extra: { onConnect: bearErrors, connectionTimeoutMillis: 10_000 },
  });
}

/**
 * A connection that breaks may say so more than once, in the same breath as it opens or when nobody holds it any more; that
 * must not end the process. Whoever was using it hears of it from their statement.
 */
export function bearErrors(client: ClientBase): void {
  client.on('error', () => undefined);
}
