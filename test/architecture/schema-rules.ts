import type { Client } from 'pg';

interface SchemaRule {
  /** The rule in words, and why it holds. */
  rule: string;
  /** Lists what breaks it; nothing, when the schema keeps it. */
  breaches: string;
}

/** Tables whose rows belong to an organisation: all of ours but the list of migrations. */
const TENANT_TABLE = `
  select c.oid, c.relname as name, c.relkind, c.relpersistence, c.relrowsecurity, c.relforcerowsecurity, c.relispartition
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration'`;

/** What lets the schema be spread over many machines by organisation, and keeps one organisation from another's rows. */
export const SCHEMA_RULES: readonly SchemaRule[] = [
  {
    rule: 'every tenant table has organisation_id, a uuid that is never null',
    breaches: `
      select t.name from (${TENANT_TABLE}) t
      where not exists (
        select from pg_attribute a
        where a.attrelid = t.oid and a.attname = 'organisation_id' and a.atttypid = 'uuid'::regtype and a.attnotnull)`,
  },
  {
    rule: 'every tenant table has a primary key',
    breaches: `
      select t.name from (${TENANT_TABLE}) t
      where not exists (select from pg_index i where i.indrelid = t.oid and i.indisprimary)`,
  },
  {
    rule: 'every primary, unique and foreign key starts with organisation_id',
    breaches: `
      select k.name from (
        select i.indexrelid::regclass::text as name, i.indrelid as table, i.indkey[0] as first
        from pg_index i where i.indisunique
        union all
        select c.conname, c.conrelid, c.conkey[1] from pg_constraint c where c.contype = 'f'
        union all
        select c.conname || ' (what it points at)', c.confrelid, c.confkey[1] from pg_constraint c where c.contype = 'f'
      ) k
      join (${TENANT_TABLE}) t on t.oid = k.table
      left join pg_attribute a on a.attrelid = k.table and a.attnum = k.first
      where a.attname is distinct from 'organisation_id'`,
  },
  {
    rule: 'row-level security is on, also for the owner',
    breaches: `select t.name from (${TENANT_TABLE}) t where not (t.relrowsecurity and t.relforcerowsecurity)`,
  },
  {
    rule: 'one permissive policy a table, for every command and every role, that looks at the organisation',
    breaches: `
      select t.name from (${TENANT_TABLE}) t
      left join pg_policy p on p.polrelid = t.oid
      group by t.name
      having count(p.oid) <> 1 or not bool_and(
        p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
        and coalesce(pg_get_expr(p.polqual, p.polrelid), '') like '%organisation_id%app.organisation_id%')`,
  },
  {
    rule: 'no policy holds a subquery',
    breaches: `
      select p.polname as name from pg_policy p
      where concat(p.polqual::text, p.polwithcheck::text) like '%:subselect <>%'
        or concat(p.polqual::text, p.polwithcheck::text) like '%{SUBLINK%'`,
  },
  {
    rule: 'no triggers but those of foreign keys, and no rules',
    breaches: `
      select g.tgname as name from pg_trigger g join (${TENANT_TABLE}) t on t.oid = g.tgrelid where not g.tgisinternal
      union all
      select r.rulename from pg_rewrite r join (${TENANT_TABLE}) t on t.oid = r.ev_class`,
  },
  {
    rule: 'no foreign key sets columns to null or default',
    breaches: `select c.conname as name from pg_constraint c where c.contype = 'f' and (c.confdeltype in ('n', 'd') or c.confupdtype in ('n', 'd'))`,
  },
  {
    rule: 'no partitions and no inheritance',
    breaches: `
      select t.name from (${TENANT_TABLE}) t
      where t.relkind = 'p' or t.relispartition or exists (select from pg_inherits i where i.inhrelid = t.oid)`,
  },
  {
    rule: 'no unlogged tables',
    breaches: `select t.name from (${TENANT_TABLE}) t where t.relpersistence <> 'p'`,
  },
  {
    rule: 'no exclusion constraints',
    breaches: `select c.conname as name from pg_constraint c where c.contype = 'x'`,
  },
  {
    rule: 'the application role owns nothing and is above nothing',
    breaches: `
      select 'the role itself' as name from pg_roles r
      where r.rolname = 'bedside_app' and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
      union all
      select c.relname from pg_class c where pg_get_userbyid(c.relowner) = 'bedside_app'
      union all
      select p.proname from pg_proc p where pg_get_userbyid(p.proowner) = 'bedside_app'
      union all
      select n.nspname from pg_namespace n where has_schema_privilege('bedside_app', n.oid, 'create') and n.nspname = 'public'
      union all
      select 'member of ' || pg_get_userbyid(m.roleid) from pg_auth_members m where pg_get_userbyid(m.member) = 'bedside_app'`,
  },
  {
    rule: 'the application role may read every tenant table, and empty or alter none',
    breaches: `
      select t.name from (${TENANT_TABLE}) t
      where not has_table_privilege('bedside_app', t.oid, 'select')
        or has_table_privilege('bedside_app', t.oid, 'truncate')
        or has_table_privilege('bedside_app', t.oid, 'trigger')
        or has_table_privilege('bedside_app', t.oid, 'references')`,
  },
  {
    rule: 'nobody else was granted anything',
    breaches: `
      select t.name || ' to ' || coalesce(nullif(a.grantee, 0)::regrole::text, 'everybody') as name
      from (${TENANT_TABLE}) t join pg_class c on c.oid = t.oid, aclexplode(c.relacl) a
      where a.grantee <> c.relowner and a.grantee <> 'bedside_app'::regrole`,
  },
  {
    rule: 'no function runs with its owner’s rights',
    breaches: `
      select p.proname as name from pg_proc p
      where p.prosecdef and p.pronamespace = 'public'::regnamespace`,
  },
];

/** The names of what breaks a rule, in order. */
export async function breachesOf(client: Client, { breaches }: SchemaRule): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(breaches);
  return rows.map(({ name }) => name).sort();
}
