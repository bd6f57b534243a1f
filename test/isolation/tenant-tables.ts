import type { Client } from 'pg';

/** A table whose rows belong to an organisation, as the catalogue describes it. */
export interface TenantTable {
  name: string;
  /** Its rows carry a department. */
  departments: boolean;
  /** Its policy asks for a scope of every department. */
  everyDepartment: boolean;
  /** A statement that inserts a row with any values. */
  insertOf(organisationId: string, departmentId: string): string;
}

interface Column {
  name: string;
  type: string;
}

const TABLES_SQL = `
select c.relname as name,
  (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum)
    from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and a.attnotnull and not a.atthasdef) as columns,
  pg_get_expr(p.polqual, p.polrelid) as policy
from pg_class c join pg_policy p on p.polrelid = c.oid
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id')
order by 1`;

/** Every table of the schema that belongs to organisations, in order of name. */
export async function tenantTables(owner: Client): Promise<TenantTable[]> {
  const { rows } = await owner.query<{ name: string; columns: Column[]; policy: string }>(TABLES_SQL);
  return rows.map(({ name, columns, policy }) => {
    const departments = columns.some((column) => column.name === 'department_id');
    return {
      name,
      departments,
      everyDepartment: !departments && policy.includes('app.department_ids'),
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
  if (type === 'bytea') return `'\\x00'`;
  if (type === '"char"') return `'d'`;
  return type === 'text' ? `'value-${next}'` : String(next);
}
