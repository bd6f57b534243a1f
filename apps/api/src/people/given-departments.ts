import { BadRequestException } from '@nestjs/common';
import { type Role, ROLES_OF_DEPARTMENTS } from '#domain/role.ts';
import type { Transaction } from '../database/database.ts';

/** The ids of the departments a role is given, by their codes; a role that sees everything is given none. */
export async function givenDepartments(
  { query, scope }: Transaction,
  role: Role,
  codes: readonly string[],
): Promise<string[]> {
  if (!ROLES_OF_DEPARTMENTS.includes(role)) {
    if (codes.length > 0) throw new BadRequestException(SEES_ALL);
    return [];
  }
  if (codes.length === 0) throw new BadRequestException(SEES_NOTHING);
  // Held, so that none of them is removed before this is done.
  const found = await query<{ id: string; code: string }>(
    `select id, code from department where organisation_id = $1 and code = any ($2::text[]) order by id for key share`,
    [scope.organisationId, codes],
  );
  const known = new Set(found.map(({ code }) => code));
  const strange = codes.filter((code) => !known.has(code));
  if (strange.length > 0) throw new BadRequestException(`departments: there is no ${strange.join(', ')}`);
  return found.map(({ id }) => id);
}

const SEES_ALL =
  'departments are for department heads and staff; this role sees the whole organisation: leave them out';
const SEES_NOTHING = 'departments must name at least one: department heads and staff see what they are given';
