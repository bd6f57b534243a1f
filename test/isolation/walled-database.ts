import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { type Scope, scopeStatements } from '../../apps/api/src/database/scope.ts';
import { openTestDatabase } from '../postgres/test-database.ts';
import { fillTable, type TenantTable, tenantTables } from './tenant-tables.ts';

/** Two organisations; of ours two departments, of theirs one. */
export const [OURS, THEIRS] = [HOME_ORGANISATION_ID, randomUUID()];
export const [WARD, PHARMACY, ELSEWHERE] = [randomUUID(), randomUUID(), randomUUID()];

export const WHOLE: Scope = { organisationId: OURS, departmentIds: 'all' };
export const OF_WARD: Scope = { organisationId: OURS, departmentIds: [WARD] };
export const OF_NOTHING: Scope = { organisationId: OURS, departmentIds: [] };

/** How many rows a statement touched, or that it was refused. */
export type Touched = number | 'refused';

/** A database in which every table holds a row of each department, and the application signed in to it by itself. */
export interface WalledDatabase {
  owner: Client;
  application: Client;
  tables: TenantTable[];
  /** What a statement of the application touches in a scope, or after any other settings; nothing of it stays. */
  touched(scope: Scope | string | null, sql: string): Promise<Touched>;
  close(): Promise<void>;
}

export async function openWalledDatabase(): Promise<WalledDatabase> {
  const database = await openTestDatabase();
  const owner = new Client({ connectionString: database.address.ownerUrl });
  const application = new Client({ connectionString: database.address.applicationUrl });
  await Promise.all([owner.connect(), application.connect()]);
  const tables = await tenantTables(owner);
  for (const table of tables) {
    await fillTable(owner, table, OURS, WARD);
    await fillTable(owner, table, OURS, PHARMACY);
    await fillTable(owner, table, THEIRS, ELSEWHERE);
  }
  return {
    owner,
    application,
    tables,
    touched: async (scope, sql) => {
      await application.query('begin');
      try {
        if (scope !== null) await application.query(typeof scope === 'string' ? scope : scopeStatements(scope));
        return (await application.query(sql)).rowCount ?? 0;
      } catch (error) {
        if ((error as { code?: string }).code === '42501') return 'refused';
        throw error;
      } finally {
        await application.query('rollback');
      }
    },
    close: async () => {
      await Promise.all([owner.end(), application.end()]);
      await database.close();
    },
  };
}

/** Whose row somebody without a right to it reaches for. */
export interface Reach {
  where: string;
  organisationId: string;
  departmentId: string;
}

/** What of a table's rows can be reached by any verb, as `table: verb result`; nothing, if the wall stands. */
export async function breaches(
  { touched }: WalledDatabase,
  scope: Scope | string | null,
  table: TenantTable,
  { where, organisationId, departmentId }: Reach,
): Promise<string[]> {
  const { name } = table;
  const statements = {
    select: `select from ${name} where ${where}`,
    lock: `select from ${name} where ${where} for update`,
    update: `update ${name} set organisation_id = organisation_id where ${where}`,
    delete: `delete from ${name} where ${where}`,
    ...(table.departments && { move: `update ${name} set department_id = department_id where ${where}` }),
    insert: table.insertOf(organisationId, departmentId),
  };
  const found: string[] = [];
  for (const [verb, sql] of Object.entries(statements)) {
    const result = await touched(scope, sql);
    const stands = verb === 'insert' ? result === 'refused' : result === 0 || result === 'refused';
    if (!stands) found.push(`${name}: ${verb} ${result}`);
  }
  return found;
}

export async function breachesOfAll(
  database: WalledDatabase,
  scope: Scope | string | null,
  reach: Reach,
): Promise<string[]> {
  const found: string[] = [];
  for (const table of database.tables) found.push(...(await breaches(database, scope, table, reach)));
  return found;
}
