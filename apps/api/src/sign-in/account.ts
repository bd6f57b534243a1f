import type { Role } from '#domain/role.ts';
import type { Transaction } from '../database/database.ts';
import type { Actor } from '../database/scope.ts';

/** Somebody who may be let in, as the door needs to know them. */
export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
  language: string | null;
  /** null for whoever has never set one. */
  passwordHash: string | null;
  /** Sealed; set while a second factor is being set up, and for as long as it is asked for. */
  totpSecret: Buffer | null;
  hasSecondFactor: boolean;
  /** True when the organisation asks everybody for a second factor. */
  secondFactorRequired: boolean;
  /** True for whoever is kept out: a disabled account, or one of the demo where the data is real. */
  shut: boolean;
}

const COLUMNS = `
a.id, a.email, a.name, a.role, a.language, a.password_hash as "passwordHash", a.totp_secret as "totpSecret",
  a.totp_enabled_at is not null as "hasSecondFactor",
  coalesce(o.second_factor_required, false) as "secondFactorRequired",
  a.disabled_at is not null or (a.demo and not coalesce(o.demo, false)) as shut
from account a left join organisation o on o.organisation_id = a.organisation_id
where a.organisation_id = $1`;

export async function accountByEmail({ query, scope }: Transaction, email: string): Promise<Account | undefined> {
  const [account] = await query<Account>(`select ${COLUMNS} and a.email = $2`, [scope.organisationId, email]);
  return account;
}

export async function accountById({ query, scope }: Transaction, id: string): Promise<Account | undefined> {
  const [account] = await query<Account>(`select ${COLUMNS} and a.id = $2`, [scope.organisationId, id]);
  return account;
}

/** An account at work, for the audit trail. */
export const actorOf = ({ id, name }: { id: string; name: string }, address: string | null): Actor => ({
  kind: 'person',
  id,
  name,
  address,
});
