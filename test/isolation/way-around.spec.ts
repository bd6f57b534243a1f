import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  OF_WARD,
  OURS,
  PHARMACY,
  THEIRS,
  WARD,
  type WalledDatabase,
  WHOLE,
  openWalledDatabase,
} from './walled-database.ts';

let database: WalledDatabase;

beforeAll(async () => {
  database = await openWalledDatabase();
});

afterAll(() => database.close());

/** What a statement comes to: rows, or the SQLSTATE with which it was refused. */
async function outcome(settings: string, sql: string): Promise<number | string> {
  return database.touched(settings, sql).catch((error: { code?: string }) => error.code ?? 'broken');
}

const scopeOf = (organisation: string, departments: string): string =>
  `select set_config('app.organisation_id', '${organisation}', true), set_config('app.department_ids', '${departments}', true)`;

describe('a scope that is none', () => {
  it.each([
    ['', ''],
    ['', '*'],
    [OURS, ''],
    [OURS, '{}'],
    [OURS, '{'],
    [OURS, '**'],
    [OURS, ' *'],
    [OURS, `{${WARD}`],
    [OURS, `{${OURS}}`],
    [OURS, '{*}'],
    [OURS, 'all'],
    [OURS, 'null'],
    ['*', '*'],
    ['null', '*'],
    [`${OURS},${THEIRS}`, '*'],
    [OURS.toUpperCase().slice(1), '*'],
  ])('shows no row of a department: organisation “%s”, departments “%s”', async (organisation, departments) => {
    const malformed = '22P02';
    for (const { name } of database.tables.filter((table) => table.departments || table.everyDepartment)) {
      expect([0, malformed]).toContain(await outcome(scopeOf(organisation, departments), `select from ${name}`));
    }
  });

  it('shows no row of an organisation either, where that is what is missing', async () => {
    for (const { name } of database.tables) {
      expect(await outcome(`select set_config('app.department_ids', '*', true)`, `select from ${name}`)).toBe(0);
    }
  });

  it('does not outlive the transaction it was named in', async () => {
    await database.touched(WHOLE, 'select from complaint');
    expect(await database.touched(null, 'select from complaint')).toBe(0);
  });
});

describe('somebody who works as the application', () => {
  it.each([
    'set role bedside',
    'set session authorization bedside',
    'alter role bedside_app bypassrls',
    'alter table complaint no force row level security',
    'alter table complaint disable row level security',
    'drop policy complaint_scope on complaint',
    'create policy mine on complaint using (true)',
    'create table copied as select * from complaint',
    'create function told() returns void language sql as $$ select $$',
    'create schema mine',
    'create extension dblink',
    'truncate complaint',
    `copy complaint from program 'true'`,
    `copy (select 1) to '/tmp/told'`,
    `select pg_read_file('PG_VERSION')`,
    `select lo_import('/etc/hostname')`,
    'select * from pg_statistic',
    'select * from pg_authid',
    'select * from schema_migration',
  ])('may not: %s', async (sql) => {
    expect(await outcome('select 1', sql)).toBe('refused');
  });

  it('is still nobody else after putting its role back', async () => {
    await database.application.query('reset role; reset session authorization; set row_security = on');
    const { rows } = await database.application.query('select current_user as works_as, session_user as came_as');
    expect(rows).toEqual([{ works_as: 'bedside_app', came_as: 'bedside_app' }]);
  });

  it('is refused, not shown everything, with row security turned off', async () => {
    for (const { name } of database.tables) {
      expect(await database.touched('set local row_security = off', `select from ${name}`)).toBe('refused');
    }
  });
});

describe('what lies beside the tables', () => {
  const found = async (sql: string): Promise<string[]> => {
    const { rows } = await database.owner.query<{ name: string }>(sql);
    return rows.map(({ name }) => name);
  };

  it('is no view, sequence or function of ours that could show more than they do', async () => {
    const ours = `'public'::regnamespace`;
    expect(
      await found(`select relname as name from pg_class where relnamespace = ${ours} and relkind in ('v', 'm', 'f')`),
    ).toEqual([]);
    expect(await found(`select proname as name from pg_proc where pronamespace = ${ours}`)).toEqual([]);
    expect(
      await found(
        `select relname as name from pg_class where relnamespace = ${ours}
           and case when relkind = 'S' then has_sequence_privilege('bedside_app', oid, 'usage, select, update') end`,
      ),
    ).toEqual([]);
  });

  it('is no statistic of what the rows hold', async () => {
    await database.owner.query('analyze');
    expect(
      await database.touched(
        WHOLE,
        `select from pg_stats where schemaname = 'public' and tablename <> 'schema_migration'`,
      ),
    ).toBe(0);
  });

  it('is no condition that is asked of others’ rows and tells by failing', async () => {
    const { owner, touched } = database;
    await owner.query(
      `update complaint set title = 'words' where organisation_id <> '${OURS}' or department_id <> '${WARD}'`,
    );
    await owner.query(
      `update complaint set title = '1' where organisation_id = '${OURS}' and department_id = '${WARD}'`,
    );
    expect(await touched(OF_WARD, 'select from complaint where title::int > 0')).toBe(1);
    expect(await touched(OF_WARD, 'select from complaint where title::int > 0 and number > 0')).toBe(1);
    await expect(touched(WHOLE, 'select from complaint where title::int > 0')).rejects.toThrow('invalid input syntax');
  });

  it('is no key that tells whether others’ rows exist in another organisation', async () => {
    const { rows } = await database.owner.query<{ id: string }>(
      `select id from site where organisation_id = '${THEIRS}'`,
    );
    const taken = `insert into site (organisation_id, id, code, name, time_zone) values ('${OURS}', '${rows[0]?.id}', 'x', 'x', 'UTC')`;
    expect(await database.touched(WHOLE, taken)).toBe(1);
    expect(await database.touched(WHOLE, taken.replace(OURS, THEIRS))).toBe('refused');
  });

  it('is no move of one’s own row to where one cannot see', async () => {
    expect(await database.touched(OF_WARD, `update complaint set department_id = '${PHARMACY}'`)).toBe('refused');
  });
});
