import { ConflictException, ForbiddenException } from '@nestjs/common';
import type { Transaction } from '../database/database.ts';

const HOLD_SQL = `
select id, password_hash is not null or identity_subject is not null as "getsIn" from account
where organisation_id = $1 and role = 'administrator' and disabled_at is null order by id for update`;

/**
 * Holds all administrators while one of them ceases to be one, so that of two who act at once one comes second, and
 * refuses to let go of the last who can get in.
 */
export async function refuseLastAdministrator({ query, scope }: Transaction, id: string): Promise<void> {
  const administrators = await query<{ id: string; getsIn: boolean }>(HOLD_SQL, [scope.organisationId]);
  const actor = scope.actor?.id;
  if (!administrators.some((one) => one.id === actor)) throw new ForbiddenException(NO_LONGER);
  if (!administrators.some((one) => one.id === id)) return;
  if (!administrators.some((one) => one.id !== id && (one.getsIn || one.id === actor)))
    throw new ConflictException(LAST);
}

const LAST = 'This is the last administrator who can sign in: make somebody else one first.';
const NO_LONGER = 'Your role does not allow this. An administrator can say who may.';
