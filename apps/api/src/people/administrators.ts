import { ConflictException, ForbiddenException } from '@nestjs/common';
import type { Transaction } from '../database/database.ts';

const HOLD_SQL = `
select id, password_hash is not null or identity_subject is not null as "getsIn" from account
where organisation_id = $1 and role = 'administrator' and disabled_at is null
  and (not demo or exists (select from organisation o where o.organisation_id = $1 and o.demo))
order by id for update`;

interface Administrator {
  id: string;
  getsIn: boolean;
}

/** All who administer, held so that of two changes of them at once one comes second. */
const holdAdministrators = ({ query, scope }: Transaction): Promise<Administrator[]> =>
  query<Administrator>(HOLD_SQL, [scope.organisationId]);

/**
 * Holds all administrators while one of them ceases to be one, so that of two who act at once one comes second, and
 * refuses to let go of the last who can get in.
 */
export async function refuseLastAdministrator(transaction: Transaction, id: string): Promise<void> {
  const administrators = await holdAdministrators(transaction);
  const actor = transaction.scope.actor?.id;
  if (!administrators.some((one) => one.id === actor)) throw new ForbiddenException(NO_LONGER);
  if (!administrators.some((one) => one.id === id)) return;
  if (!administrators.some((one) => one.id !== id && (one.getsIn || one.id === actor)))
    throw new ConflictException(LAST);
}

/** Whether somebody is an administrator, and nobody else who is one can sign in. */
export async function isLastAdministrator(transaction: Transaction, id: string): Promise<boolean> {
  const administrators = await holdAdministrators(transaction);
  return administrators.some((one) => one.id === id) && !administrators.some((one) => one.id !== id && one.getsIn);
}

const LAST = 'This is the last administrator who can sign in: make somebody else one first.';
const NO_LONGER = 'Your role does not allow this. An administrator can say who may.';
