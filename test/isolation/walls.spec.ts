import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { HOME_ORGANISATION_ID } from '../../apps/api/src/access/access.ts';
import { type Scope, scopeStatements } from '../../apps/api/src/database/scope.ts';
import { openTestDatabase, type TestDatabase } from '../postgres/test-database.ts';
import { fillTable, type TenantTable, tenantTables } from './tenant-tables.ts';

const [OURS, THEIRS] = [HOME_ORGANISATION_ID, randomUUID()];
const [WARD, PHARMACY, ELSEWHERE] = [randomUUID(), randomUUID(), randomUUID()];

/** Seen by everybody of an organisation: names and settings, no patient's words or numbers. */
const OF_ALL_DEPARTMENTS = [
  'audit_head',
  'complaint_counter',
  'department',
  'import',
  'organisation',
  'site',
  'source',
  'touchpoint',
  'wait_target',
];

let database: TestDatabase;
let owner: Client;
let application: Client;
let tables: TenantTable[];

beforeAll(async () => {
  database = await openTestDatabase();
  owner = new Client({ connectionString: database.address.ownerUrl });
  application = new Client({ connectionString: database.address.applicationUrl });
  await Promise.all([owner.connect(), application.connect()]);
  tables = await tenantTables(owner);
  for (const table of tables) {
    await fillTable(owner, table, OURS, WARD);
    await fillTable(owner, table, OURS, PHARMACY);
    await fillTable(owner, table, THEIRS, ELSEWHERE);
  }
});

afterAll(async () => {
  await Promise.all([owner.end(), application.end()]);
  await database.close();
});

/** Rows a statement of the application touches in a scope, or that it was refused; nothing of it stays. */
async function touched(scope: Scope | null, sql: string): Promise<number | 'refused'> {
  await application.query(scope === null ? 'begin' : `begin; ${scopeStatements(scope)}`);
  try {
    return (await application.query(sql)).rowCount ?? 0;
  } catch (error) {
    if ((error as { code?: string }).code === '42501') return 'refused';
    throw error;
  } finally {
    await application.query('rollback');
  }
}

const nothing = (result: number | 'refused'): boolean => result === 0 || result === 'refused';

/** What of a table's rows somebody without a right to them can touch by any verb; nothing, if the wall stands. */
async function breaches(
  scope: Scope | null,
  table: TenantTable,
  where: string,
  organisationId: string,
  departmentId: string,
) {
  const statements = {
    select: `select from ${table.name} where ${where}`,
    lock: `select from ${table.name} where ${where} for update`,
    update: `update ${table.name} set organisation_id = organisation_id where ${where}`,
    delete: `delete from ${table.name} where ${where}`,
    insert: table.insertOf(organisationId, departmentId),
    ...(table.departments && { move: `update ${table.name} set department_id = department_id where ${where}` }),
  };
  const found: string[] = [];
  for (const [verb, sql] of Object.entries(statements)) {
    const result = await touched(scope, sql);
    if (!nothing(result) || (verb === 'insert' && result !== 'refused')) found.push(`${table.name}: ${verb} ${result}`);
  }
  return found;
}

async function breachesOfAll(scope: Scope | null, where: string, organisationId: string, departmentId: string) {
  const found: string[] = [];
  for (const table of tables) found.push(...(await breaches(scope, table, where, organisationId, departmentId)));
  return found;
}

const whole: Scope = { organisationId: OURS, departmentIds: 'all' };
const ward: Scope = { organisationId: OURS, departmentIds: [WARD] };
const nowhere: Scope = { organisationId: OURS, departmentIds: [] };

describe('the wall between organisations, by direct SQL as the application', () => {
  it('hides everything while no scope is named', async () => {
    expect(await breachesOfAll(null, 'true', OURS, WARD)).toEqual([]);
  });

  it('hides everything of another organisation, from who may see all of their own as from who may see one department', async () => {
    for (const scope of [whole, ward, nowhere]) {
      const theirs = `organisation_id = '${THEIRS}'`;
      expect(await breachesOfAll(scope, theirs, THEIRS, ELSEWHERE)).toEqual([]);
    }
  });

  it('lets nobody hand a row over', async () => {
    for (const { name } of tables) {
      expect([name, await touched(whole, `update ${name} set organisation_id = '${THEIRS}'`)]).toEqual([
        name,
        'refused',
      ]);
    }
  });

  it('shows one’s own', async () => {
    for (const { name } of tables) {
      const { rowCount } = await owner.query(`select from ${name} where organisation_id = '${OURS}'`);
      expect(rowCount).toBeGreaterThan(0);
      expect([name, await touched(whole, `select from ${name}`)]).toEqual([name, rowCount]);
    }
  });
});

describe('the wall between departments', () => {
  it('stands around every table but those that are everybody’s', () => {
    const open = tables.filter(({ departments, everyDepartment }) => !departments && !everyDepartment);
    expect(open.map(({ name }) => name)).toEqual(OF_ALL_DEPARTMENTS);
  });

  it('hides another department, and shows one’s own', async () => {
    for (const table of tables.filter(({ departments }) => departments)) {
      const other = `department_id = '${PHARMACY}'`;
      expect(await breaches(ward, table, other, OURS, PHARMACY)).toEqual([]);
      expect(await touched(ward, `update ${table.name} set department_id = '${PHARMACY}'`)).toBe('refused');
      expect(await touched(ward, `select from ${table.name}`)).toBe(1);
      expect(await touched(nowhere, `select from ${table.name}`)).toBe(0);
    }
  });

  it('hides what is not yet known to be any department’s from who may see only some', async () => {
    const unsorted = tables.filter(({ everyDepartment }) => everyDepartment);
    expect(unsorted.map(({ name }) => name)).toEqual(['quarantine']);
    for (const table of unsorted) expect(await breaches(ward, table, 'true', OURS, WARD)).toEqual([]);
  });
});
