import { ConflictException, Inject, Injectable, Optional } from '@nestjs/common';
import { audit } from '../../audit/audit.ts';
import { Clock } from '../../clock/clock.ts';
import type { Transaction } from '../../database/database.ts';
import { newRecoveryCodes, recoveryHash } from './recovery-codes.ts';
import { SECRET_KEYS, type SecretKeys } from './secret-keys.ts';
import { type TotpInvitation, newTotpSecret, stepOfCode, totpInvitation } from './totp.ts';

interface Owner {
  id: string;
  email: string;
  /** Sealed. */
  totpSecret: Buffer | null;
}

/** What was shown and right; `unreadable` where no key at hand opens the secret that codes are told by. */
type Found = 'second-factor' | 'recovery-code' | 'unreadable' | null;

/** Codes from an authenticator app, and the recovery codes that stand in for a lost one. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly clock: Clock,
    @Optional() @Inject(SECRET_KEYS) private readonly keys?: SecretKeys,
  ) {}

  /** Refuses where there is no key to keep secrets with. */
  refuseWithoutKey(): SecretKeys {
    if (this.keys === undefined) throw new ConflictException(UNAVAILABLE);
    return this.keys;
  }

  /** A fresh secret to take into an app; it counts for nothing until a code of it was shown. */
  async begin({ query, scope }: Transaction, { id, email }: Owner): Promise<TotpInvitation> {
    const keys = this.refuseWithoutKey();
    const secret = newTotpSecret();
    await query(
      `update account set totp_secret = $3, totp_last_step = null
       where organisation_id = $1 and id = $2 and totp_enabled_at is null`,
      [scope.organisationId, id, keys.seal(secret, { organisationId: scope.organisationId, id })],
    );
    return totpInvitation(secret, email);
  }

  /** From now on a code is asked for; gives the recovery codes, which are told once. Null when the code is wrong. */
  async confirm(transaction: Transaction, { id, totpSecret }: Owner, code: string): Promise<string[] | null> {
    const secret = this.opened(transaction, { id, totpSecret });
    const step = secret && stepOfCode(secret, code, this.clock.now());
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
  async check(transaction: Transaction, { id, totpSecret }: Owner, shown: string): Promise<Found> {
    const code = shown.replace(/\s/g, '');
    if (!/^\d{6}$/.test(code)) return (await this.useRecoveryCode(transaction, id, code)) ? 'recovery-code' : null;
    if (totpSecret === null) return null;
    const secret = this.opened(transaction, { id, totpSecret });
    if (secret === null) return 'unreadable';
    const step = stepOfCode(secret, code, this.clock.now());
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

  private opened({ scope }: Transaction, { id, totpSecret }: Pick<Owner, 'id' | 'totpSecret'>): Buffer | null {
    const owner = { organisationId: scope.organisationId, id };
    return (totpSecret && this.keys?.open(totpSecret, owner)?.secret) ?? null;
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

const UNAVAILABLE = {
  statusCode: 409,
  message:
    'Second factors cannot be set up here yet: whoever runs Bedside has to set BEDSIDE_SECRET_KEY first. The operator’s guide says how.',
  error: 'Conflict',
  reason: 'second-factor-unavailable',
};
