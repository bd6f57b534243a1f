import { randomUUID } from 'node:crypto';
import { ROLES_OF_DEPARTMENTS } from '#domain/role.ts';
import { audit } from '../../audit/audit.ts';
import type { Transaction } from '../../database/database.ts';
import { type Account, accountById } from '../account.ts';
import type { Placement } from './claim-mapping.ts';
import type { Identity } from './identity.ts';
import type { IdentityRefusal } from './identity-refusal.ts';
import { keptRole } from './kept-role.ts';

type Outcome = { account: Account } | { refusal: IdentityRefusal; accountId?: string };

const FIND_SQL = `select id from account where organisation_id = $1 and identity_issuer = $2 and identity_subject = $3`;

/** Somebody invited, who has not made the account their own; their link is used up by coming this way instead. */
const LINK_SQL = `
with invited as (
  update one_time_link l set used_at = $5 from account a
  where l.organisation_id = $1 and l.purpose = 'invitation' and l.used_at is null and l.expires_at > $5
    and a.organisation_id = $1 and a.id = l.account_id and a.email = $4
    and a.password_hash is null and a.identity_subject is null and a.disabled_at is null and not a.demo
  returning a.id)
update account set identity_issuer = $2, identity_subject = $3
where organisation_id = $1 and id = (select id from invited) returning id`;

const CREATE_SQL = `
insert into account (organisation_id, id, email, name, role, departments, identity_issuer, identity_subject)
values ($1, $2, $3, $4, $5, $6::uuid[], $7, $8) on conflict do nothing returning id`;

const CHANGE_SQL = `
update account set name = $3, role = $4, departments = $5::uuid[]
where organisation_id = $1 and id = $2 and (name, role, departments) is distinct from ($3, $4, $5::uuid[])
returning id`;

const DEPARTMENTS_SQL = `select id from department where organisation_id = $1 and code = any ($2::text[]) order by id for key share`;

/**
 * The account of somebody the provider vouches for, as their claims say it is to be from now on: theirs by issuer and
 * subject; else the one they were invited to by a verified address; else a new one. An account that is somebody's own
 * is never taken over because an address is the same. The last administrator who can sign in stays one.
 */
export async function accountOfIdentity(
  transaction: Transaction,
  identity: Identity,
  placement: Placement,
  nowMs: number,
): Promise<Outcome> {
  const { query, scope } = transaction;
  const { organisationId } = scope;
  const { issuer, subject, name, email } = identity;
  const [own] = await query<{ id: string }>(FIND_SQL, [organisationId, issuer, subject]);
  if (own !== undefined && (await accountById(transaction, own.id))?.shut !== false) {
    return { refusal: 'disabled', accountId: own.id };
  }
  const role = own === undefined ? placement.role : await keptRole(transaction, own.id, placement.role);
  const departmentIds = await departmentsFor(transaction, { ...placement, role });
  if (departmentIds === null) return { refusal: 'no-department', ...(own && { accountId: own.id }) };
  const id = own?.id ?? (await link(transaction, identity, nowMs)) ?? randomUUID();
  const details = { role, departments: departmentIds, by: 'identity-provider' };
  const known = await query(CHANGE_SQL, [organisationId, id, name, role, departmentIds]);
  if (known.length > 0) audit(transaction, { action: 'account.changed', subject: { kind: 'account', id }, details });
  let account = await accountById(transaction, id);
  if (account === undefined) {
    if (email === null) return { refusal: 'no-email' };
    const values = [organisationId, id, email, name, role, departmentIds, issuer, subject];
    if ((await query(CREATE_SQL, values)).length === 0) return { refusal: 'not-invited' };
    audit(transaction, { action: 'account.created', subject: { kind: 'account', id }, details });
    account = await accountById(transaction, id);
  }
  return account === undefined ? { refusal: 'not-valid' } : { account };
}

/** Makes the account somebody was invited to theirs; undefined where they were not, or the address may not be theirs. */
async function link(transaction: Transaction, identity: Identity, nowMs: number): Promise<string | undefined> {
  const { issuer, subject, email, emailVerified } = identity;
  if (email === null || !emailVerified) return undefined;
  const [linked] = await transaction.query<{ id: string }>(LINK_SQL, [
    ...[transaction.scope.organisationId, issuer, subject, email, new Date(nowMs).toISOString()],
  ]);
  if (linked === undefined) return undefined;
  audit(transaction, { action: 'account.linked', subject: { kind: 'account', id: linked.id }, details: { issuer } });
  return linked.id;
}

/** Ids of the departments a role is given; null for a role that needs some when none is known. */
async function departmentsFor({ query, scope }: Transaction, { role, departments }: Placement) {
  if (!ROLES_OF_DEPARTMENTS.includes(role)) return [];
  const found = await query<{ id: string }>(DEPARTMENTS_SQL, [scope.organisationId, departments]);
  return found.length === 0 ? null : found.map(({ id }) => id);
}
