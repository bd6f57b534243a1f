import { Injectable } from '@nestjs/common';
import { audit } from '../../audit/audit.ts';
import { Clock } from '../../clock/clock.ts';
import type { Transaction } from '../../database/database.ts';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts';
import { type TotpInvitation, newTotpSecret, stepOfCode, totpInvitation } from './totp.ts';

interface Owner {
  id: string;
  email: string;
  totpSecret: Buffer | null;
}

/** Codes from an authenticator app, and the recovery codes that stand in for a lost one. */
@Injectable()
export class SecondFactor {
  constructor(private readonly clock: Clock) {}

  /** A fresh secret to take into an app; it counts for nothing until a code of it was shown. */
  async begin({ query, scope }: Transaction, { id, email }: Owner): Promise<TotpInvitation> {
    const secret = newTotpSecret();
    await query(
      `update account set totp_secret = $3, totp_last_step = null
       where organisation_id = $1 and id = $2 and totp_enabled_at is null`,
      [scope.organisationId, id, secret],
    );
    return totpInvitation(secret, email);
  }

  /** From now on a code is asked for; gives the recovery codes, which are told once. Null when the code is wrong. */
  async confirm(transaction: Transaction, { id, totpSecret }: Owner, code: string): Promise<string[] | null> {
    const step = totpSecret && stepOfCode(totpSecret, code, this.clock.now());
    if (step === null) return null;
    const codes = newRecoveryCodes();
    const done = await transaction.query(
      `update account set totp_enabled_at = $3, totp_last_step = $4, recovery_hashes = $5
       where organisation_id = $1 and id = $2 and totp_secret = $6 and totp_enabled_at is null returning id`,
      [
        ...[transaction.scope.organisationId, id, new Date(this.clock.now()).toISOString(), step],
        ...[codes.map(recoveryHash), totpSecret],
      ],
    );
    if (done.length === 0) return null;
    audit(transaction, { action: 'second-factor.enabled', subject: { kind: 'account', id } });
    return codes;
  }

  /** What was shown, if it is right: a code of a step not seen before, or a recovery code, which is then used up. */
  async check(
    transaction: Transaction,
    { id, totpSecret }: Owner,
    shown: string,
  ): Promise<'second-factor' | 'recovery-code' | null> {
    const code = shown.replace(/\s/g, '');
    if (!/^\d{6}$/.test(code)) return (await this.useRecoveryCode(transaction, id, code)) ? 'recovery-code' : null;
    const step = totpSecret && stepOfCode(totpSecret, code, this.clock.now());
    if (step === null) return null;
    const { query, scope } = transaction;
    const fresh = await query(
      `update account set totp_last_step = $3 where organisation_id = $1 and id = $2
         and totp_enabled_at is not null and coalesce(totp_last_step < $3, true) returning id`,
      [scope.organisationId, id, step],
    );
    return fresh.length > 0 ? 'second-factor' : null;
  }

  /** New recovery codes, told once; the old ones are worth nothing any more. */
  async renewCodes(transaction: Transaction, { id }: { id: string }): Promise<string[]> {
    const codes = newRecoveryCodes();
    await transaction.query(
      'update account set recovery_hashes = $3 where organisation_id = $1 and id = $2 and totp_enabled_at is not null',
      [transaction.scope.organisationId, id, codes.map(recoveryHash)],
    );
    audit(transaction, { action: 'recovery-codes.renewed', subject: { kind: 'account', id } });
    return codes;
  }

  /** From now on a password is enough. */
  async turnOff(transaction: Transaction, { id }: { id: string }): Promise<void> {
    await transaction.query(
      `update account set totp_secret = null, totp_enabled_at = null, totp_last_step = null, recovery_hashes = '{}'
       where organisation_id = $1 and id = $2`,
      [transaction.scope.organisationId, id],
    );
    audit(transaction, { action: 'second-factor.disabled', subject: { kind: 'account', id } });
  }

  private async useRecoveryCode({ query, scope }: Transaction, id: string, code: string): Promise<boolean> {
    const used = await query(
      `update account set recovery_hashes = array_remove(recovery_hashes, $3::bytea) where organisation_id = $1 and id = $2
         and totp_enabled_at is not null and $3::bytea = any (recovery_hashes) returning id`,
      [scope.organisationId, id, recoveryHash(code)],
    );
    return used.length > 0;
  }
}
