import { audit } from '../../audit/audit.ts';
import type { Transaction } from '../../database/database.ts';

interface Person {
  id: string;
  name: string;
  language: string | null;
}

/** An administrator's account, made or won back. */
export async function saveAdministrator(
  transaction: Transaction,
  { id, name, email, language }: Person & { email: string },
): Promise<void> {
  const { organisationId } = transaction.scope;
  await transaction.query(
    `insert into account (organisation_id, id, email, name, role, language)
     values ($1, $2, $3, $4, 'administrator', $5)
     on conflict (organisation_id, id) do update set name = excluded.name, role = excluded.role`,
    [organisationId, id, email, name, language],
  );
  await transaction.query(
    `update account set departments = '{}', demo = false, disabled_at = null, totp_secret = null, totp_enabled_at = null,
       totp_last_step = null, recovery_hashes = '{}'
     where organisation_id = $1 and id = $2`,
    [organisationId, id],
  );
  audit(transaction, {
    action: 'account.created',
    subject: { kind: 'account', id },
    details: { role: 'administrator', by: 'first-administrator-link' },
  });
}

/** What somebody invited says about themselves. */
export async function saveGuest(transaction: Transaction, { id, name, language }: Person): Promise<void> {
  await transaction.query(
    `update account set name = $3, language = coalesce($4, language) where organisation_id = $1 and id = $2`,
    [transaction.scope.organisationId, id, name, language],
  );
  audit(transaction, { action: 'invitation.accepted', subject: { kind: 'account', id } });
}
