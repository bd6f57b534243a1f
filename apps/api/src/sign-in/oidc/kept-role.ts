import type { Role } from '#domain/role.ts';
import { audit } from '../../audit/audit.ts';
import type { Transaction } from '../../database/database.ts';
import { isLastAdministrator } from '../../people/administrators.ts';

const NOTE_SQL = `
update account set claimed_role = $3
where organisation_id = $1 and id = $2 and claimed_role is distinct from $3 returning id`;

/**
 * The role somebody has from now on whose claims say one: that, unless nobody who can sign in would administer any more.
 * What was not taken on is kept with the account for the other eyes on it, and on the trail once.
 */
export async function keptRole(transaction: Transaction, id: string, claimed: Role): Promise<Role> {
  const keeps = claimed !== 'administrator' && (await isLastAdministrator(transaction, id));
  const noted = await transaction.query(NOTE_SQL, [transaction.scope.organisationId, id, keeps ? claimed : null]);
  if (!keeps) return claimed;
  if (noted.length > 0) {
    const details = { claimed, kept: 'administrator', by: 'identity-provider' };
    audit(transaction, { action: 'account.role-kept', subject: { kind: 'account', id }, details });
  }
  return 'administrator';
}
