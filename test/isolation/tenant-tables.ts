import type { Client } from 'pg';

/** A table whose rows belong to an organisation, as the catalogue describes it. */
export interface TenantTable {
  name: string;
  /** Its rows carry a department. */
  departments: boolean;
  /** Its policy asks for a scope of every department before it shows a row. */
  everyDepartment: boolean;
  /** Rows may be added by who may not read them. */
  addedByAll: boolean;
  /** A statement that inserts a row with any values. */
  insertOf(organisationId: string, departmentId: string): string;
}

interface Column {
  name: string;
  type: string;
}

interface Described {
  name: string;
  columns: Column[];
  departments: boolean;
  reads: string | null;
  adds: string | null;
}

/** Every table but the list of migrations: one that has no policy, or no organisation, is tried like the others. */
const TABLES_SQL = `
select c.relname as name,
  (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
    from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attnotnull and not a.atthasdef) as columns,
  exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'department_id') as departments,
  pg_get_expr(p.polqual, p.polrelid) as reads, pg_get_expr(p.polwithcheck, p.polrelid) as adds
from pg_class c left join pg_policy p on p.polrelid = c.oid
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'f', 'm', 'v')
  and c.relname <> 'schema_migration'
order by 1`;

/** Every table of the schema, in order of name. */
export async function tenantTables(owner: Client): Promise<TenantTable[]> {
  const { rows } = await owner.query<Described>(TABLES_SQL);
  return rows.map(({ name, columns, departments, reads, adds }) => {
    const everyDepartment = !departments && (reads ?? '').includes('app.department_ids');
    return {
      name,
      departments,
      everyDepartment,
      addedByAll: everyDepartment && adds !== null && !adds.includes('app.department_ids'),
      insertOf: (organisationId, departmentId) => {
        const values = columns.map((column) => {
          if (column.name === 'organisation_id') return `'${organisationId}'`;
          return column.name === 'department_id' ? `'${departmentId}'` : anyValue(column.type);
        });
        return `insert into ${name} (${columns.map((column) => column.name).join(', ')}) values (${values.join(', ')})`;
      },
    };
  });
}

/** Inserts a row past all walls and without the rows it points at; none where an organisation has but one. */
export async function fillTable(owner: Client, table: TenantTable, organisationId: string, departmentId: string) {
  await owner.query(`set session_replication_role = replica`);
  await owner.query(`${table.insertOf(organisationId, departmentId)} on conflict do nothing`);
}

let next = 0;

function anyValue(type: string): string {
  next = (next % 150) + 1;
  if (type.endsWith('[]')) return `'{}'`;
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type.startsWith('timestamp')) return 'now()';
  if (type === 'date') return `date '2026-01-01' + ${next}`;
  if (type === 'boolean') return 'false';
  if (type === 'jsonb') return `'{}'`;
  if (type === 'bytea') return `'\\x00'`;
  if (type === '"char"') return `'d'`;
  return type === 'text' ? `'value-${next}'` : String(next);
}
