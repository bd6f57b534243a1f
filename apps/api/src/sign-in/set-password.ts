import { audit } from '../audit/audit.ts';
import type { Transaction } from '../database/database.ts';

/** Keeps the hash of a new password for an account, and notes how it came to be. */
export async function setPassword(
  transaction: Transaction,
  accountId: string,
  passwordHash: string,
  by: 'link' | 'themselves',
): Promise<void> {
  await transaction.query('update account set password_hash = $3 where organisation_id = $1 and id = $2', [
    transaction.scope.organisationId,
    accountId,
    passwordHash,
  ]);
  audit(transaction, { action: 'password.set', subject: { kind: 'account', id: accountId }, details: { by } });
}

/** Ends the sessions of an account, except one that stays; gives how many. */
export async function endSessions(transaction: Transaction, accountId: string, staysId?: string): Promise<number> {
  const ended = await transaction.query(
    `delete from session where organisation_id = $1 and account_id = $2 and id is distinct from $3::uuid returning id`,
    [transaction.scope.organisationId, accountId, staysId ?? null],
  );
  if (ended.length > 0) {
    audit(transaction, {
      action: 'session.ended',
      subject: { kind: 'account', id: accountId },
      details: { why: staysId === undefined ? 'password-set' : 'ended-elsewhere', sessions: ended.length },
    });
  }
  return ended.length;
}
