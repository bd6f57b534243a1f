import { APPLICATION_ROLE } from './application-role.ts';

interface TenantTable {
  name: string;
  /** Column and key definitions; `organisation_id uuid not null` comes first in the table and in each key. */
  columns: string;
  /** What the application role may do. */
  grants: string;
  /** Rows carry a department and are seen only by those whose scope holds it. */
  departments?: boolean;
  /** Rows belong to no one department and are seen only by those who may see them all. */
  everyDepartment?: boolean;
  /** With `everyDepartment`: whoever works in the organisation may add rows, though only those who see it all read them. */
  addedByAll?: boolean;
  fillfactor?: number;
}

const OWN_ORGANISATION = `organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid`;
const EVERY_DEPARTMENT = `current_setting('app.department_ids', true) = '*'`;
/** A `case`, not an `or`: the planner takes an `or` of settings for one row in two hundred, and a `case` for half. */
const OWN_DEPARTMENTS = `case when ${EVERY_DEPARTMENT} then true
    else department_id = any (nullif(nullif(current_setting('app.department_ids', true), ''), '*')::uuid[]) end`;

/** The statements that create a tenant table with its one permissive policy, forced also on its owner. */
export function tenantTable({
  name,
  columns,
  grants,
  departments,
  everyDepartment,
  addedByAll,
  fillfactor,
}: TenantTable): string[] {
  const condition = [
    OWN_ORGANISATION,
    ...(departments ? [OWN_DEPARTMENTS] : []),
    ...(everyDepartment ? [EVERY_DEPARTMENT] : []),
  ].join('\n  and ');
  return [
    `create table ${name} (${columns})${fillfactor ? ` with (fillfactor = ${fillfactor})` : ''}`,
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `create policy ${name}_scope on ${name} using (${condition})${addedByAll ? ` with check (${OWN_ORGANISATION})` : ''}`,
    `grant ${grants} on ${name} to ${APPLICATION_ROLE}`,
  ];
}
