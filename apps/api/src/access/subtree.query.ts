import type { Transaction } from '../database/database.ts';

/** Departments with every department below them. */
export async function withSubtrees({ query, scope }: Transaction, departmentIds: readonly string[]): Promise<string[]> {
  const rows = await query<{ id: string }>(
    `with recursive below as (
       select d.id from department d where d.organisation_id = $1 and d.id = any ($2::uuid[])
       union
       select d.id from department d join below b on d.parent_id = b.id where d.organisation_id = $1
     )
     select id from below order by id`,
    [scope.organisationId, departmentIds],
  );
  return rows.map(({ id }) => id);
}
