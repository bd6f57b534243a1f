import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type TestDatabase, openTestDatabase } from './test-database.ts';

let one: TestDatabase;
let two: TestDatabase;

beforeAll(async () => {
  [one, two] = await Promise.all([openTestDatabase(), openTestDatabase()]);
});

afterAll(async () => {
  await Promise.all([one.close(), two.close()]);
});

async function ask<Row>(url: string | undefined, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

it('gives a migrated database', async () => {
  expect(await ask(one.address.ownerUrl, 'select count(*)::int as n from organisation')).toEqual([{ n: 0 }]);
});

it('gives each test a database of its own', async () => {
  await ask(one.address.ownerUrl, 'create table only_here ()');
  expect(await ask(two.address.ownerUrl, `select to_regclass('only_here') as found`)).toEqual([{ found: null }]);
});

it('signs the API in as a role without power', async () => {
  const [role] = await ask(
    one.address.applicationUrl,
    'select rolname as name, rolsuper as superuser, rolbypassrls as bypasses from pg_roles where rolname = current_user',
  );
  expect(role).toEqual({ name: 'bedside_app', superuser: false, bypasses: false });
});
