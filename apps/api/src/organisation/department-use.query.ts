import { ConflictException } from '@nestjs/common';
import type { Transaction } from '../database/database.ts';

/** Facts are asked for by their own rows: a department whose rows were all erased is free again. */
const USE_SQL = `
select exists (select from survey_response f where f.organisation_id = $1 and f.department_id = any ($2::uuid[]))
    or exists (select from wait f where f.organisation_id = $1 and f.department_id = any ($2::uuid[]))
    or exists (select from review f where f.organisation_id = $1 and f.department_id = any ($2::uuid[]))
    or exists (select from complaint f where f.organisation_id = $1 and f.department_id = any ($2::uuid[])) as rows,
  exists (select from department d where d.organisation_id = $1 and d.parent_id = any ($2::uuid[])) as below,
  exists (select from account a where a.organisation_id = $1 and a.departments && $2::uuid[]) as people`;

/** Refuses to let go of departments that something rests on, and says what. */
export async function refuseUnlessUnused({ query, scope }: Transaction, ids: readonly string[]): Promise<void> {
  // Held first: an import that is about to store rows there comes before, or fails after.
  await query('select 1 from department where organisation_id = $1 and id = any ($2::uuid[]) for update', [
    ...[scope.organisationId, ids],
  ]);
  const [use] = await query<{ rows: boolean; below: boolean; people: boolean }>(USE_SQL, [scope.organisationId, ids]);
  if (use?.rows) throw new ConflictException(HOLDS_ROWS);
  if (use?.below) throw new ConflictException(HAS_BELOW);
  if (use?.people) throw new ConflictException(HAS_PEOPLE);
}

const HOLDS_ROWS =
  'It holds what patients told, so it stays: removing it would change numbers of the past. Rename it, or move it below another.';
const HAS_BELOW = 'Other departments stand below it: move those elsewhere first.';
const HAS_PEOPLE = 'People are given this department: give them another first.';
