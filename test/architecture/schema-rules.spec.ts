import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { type TestDatabase, openTestDatabase } from '../postgres/test-database.ts';
import { SCHEMA_RULES, breachesOf } from './schema-rules.ts';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await openTestDatabase();
  client = new Client({ connectionString: database.address.ownerUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.close();
});

const rule = (part: string) => {
  const found = SCHEMA_RULES.find((one) => one.rule.includes(part));
  if (found === undefined) throw new Error(`no rule about ${part}`);
  return found;
};

it('there are tables to look at', async () => {
  const { rows } = await client.query(`select count(*)::int as n from pg_class where relkind = 'r' and relrowsecurity`);
  expect(rows[0].n).toBeGreaterThan(15);
});

it.each(SCHEMA_RULES)('$rule', async (one) => {
  expect(await breachesOf(client, one)).toEqual([]);
});

/** A table that keeps every rule; each breach below spoils one thing. */
const KEPT = `
  create table offender (organisation_id uuid not null, id uuid not null, other uuid, primary key (organisation_id, id));
  alter table offender enable row level security;
  alter table offender force row level security;
  create policy offender_scope on offender
    using (organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid);
  grant select, insert on offender to bedside_app`;

/** Part of the rule, what breaks it, and the name that is given. */
const BREACHES: readonly [string, string, string][] = [
  [
    'never null',
    `alter table offender drop constraint offender_pkey; alter table offender alter organisation_id drop not null`,
    'offender',
  ],
  ['never null', `create table global_list (id int primary key)`, 'global_list'],
  ['primary key', `alter table offender drop constraint offender_pkey`, 'offender'],
  ['starts with', `alter table offender drop constraint offender_pkey, add primary key (id)`, 'offender_pkey'],
  ['starts with', `create unique index offender_other on offender (other)`, 'offender_other'],
  [
    'starts with',
    `alter table offender add constraint offender_fk foreign key (other, organisation_id) references site (id, organisation_id)`,
    'offender_fk',
  ],
  ['also for the owner', `alter table offender no force row level security`, 'offender'],
  ['also for the owner', `alter table offender disable row level security`, 'offender'],
  ['one permissive', `drop policy offender_scope on offender`, 'offender'],
  ['one permissive', `create policy second on offender using (organisation_id is not null)`, 'offender'],
  ['one permissive', `create policy second on offender as restrictive using (other is null)`, 'offender'],
  ['one permissive', `alter policy offender_scope on offender using (true)`, 'offender'],
  ['subquery', `alter policy offender_scope on offender using (exists (select from site))`, 'offender_scope'],
  [
    'triggers',
    `create function nothing() returns trigger language plpgsql as 'begin return new; end';
     create trigger offending before insert on offender for each row execute function nothing()`,
    'offending',
  ],
  ['triggers', `create rule offending as on insert to offender do instead nothing`, 'offending'],
  [
    'to null',
    `alter table offender add constraint offender_fk
       foreign key (organisation_id, other) references site (organisation_id, id) on delete set null (other)`,
    'offender_fk',
  ],
  ['partitions', `create table parted (organisation_id uuid not null) partition by hash (organisation_id)`, 'parted'],
  ['partitions', `create table child () inherits (offender)`, 'child'],
  ['unlogged', `alter table offender set unlogged`, 'offender'],
  ['exclusion', `alter table offender add constraint offending exclude (id with =)`, 'offending'],
  ['owns nothing', `alter table offender owner to bedside_app`, 'offender'],
  ['owns nothing', `grant create on schema public to bedside_app`, 'public'],
  ['owns nothing', `grant pg_read_all_data to bedside_app`, 'member of pg_read_all_data'],
  ['owns nothing', `alter role bedside_app bypassrls`, 'the role itself'],
  ['may read every', `revoke select on offender from bedside_app`, 'offender'],
  ['may read every', `grant truncate on offender to bedside_app`, 'offender'],
  ['nobody else', `grant select on offender to public`, 'offender to everybody'],
  ['owner’s rights', `create function peek() returns int language sql security definer as 'select 1'`, 'peek'],
];

describe('a breach is found', () => {
  it.each(BREACHES)('%s: %s', async (part, sql, name) => {
    await client.query('begin');
    try {
      await client.query(KEPT);
      expect(await breachesOf(client, rule(part))).toEqual([]);
      await client.query(sql);
      expect(await breachesOf(client, rule(part))).toContain(name);
    } finally {
      await client.query('rollback');
    }
  });

  it.each(SCHEMA_RULES)('every rule has one: $rule', ({ rule: words }) => {
    expect(BREACHES.some(([part]) => words.includes(part))).toBe(true);
  });
});
