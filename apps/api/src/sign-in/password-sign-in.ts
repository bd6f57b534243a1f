import { Injectable, UnauthorizedException } from '@nestjs/common';
import type { SignInStep } from '#contracts/sign-in.dto.ts';
import { wholeOf } from '../access/access.ts';
import { audit } from '../audit/audit.ts';
import { Database } from '../database/database.ts';
import { type Account, accountByEmail, actorOf } from './account.ts';
import { Attempts } from './attempts.ts';
import { FrontDoor } from './front-door.ts';
import { Passwords } from './passwords/passwords.ts';
import { weakerThanToday } from './passwords/scrypt-hash.ts';
import type { PasswordSignInDto } from './sign-in.dto.ts';
import { type Visitor, strangerAt } from './visitor.ts';

/** How far somebody has come, and what their browser is to keep. */
export interface Admission {
  next: SignInStep;
  token: string;
  /** Left out until they are in. */
  deviceText?: string;
}

/** Lets people in by email and password. Whatever is wrong, the answer is the same, and takes as long. */
@Injectable()
export class PasswordSignIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly door: FrontDoor,
  ) {}

  async signIn(organisationId: string, { email, password }: PasswordSignInDto, visitor: Visitor): Promise<Admission> {
    const stranger = wholeOf(organisationId, strangerAt(visitor.address));
    const { attempt, account } = await this.database.inScope(stranger, async (transaction) => ({
      attempt: await this.attempts.countPassword(transaction, visitor, email),
      account: await accountByEmail(transaction, email),
    }));
    const right = await this.passwords.matches(password, account?.passwordHash ?? null);
    if (!right || account === undefined || account.shut) {
      await this.database.inScope(stranger, async (transaction) => {
        const subject = account && { kind: 'account', id: account.id };
        audit(transaction, { action: 'session.refused', ...(subject && { subject }), details: { shown: 'password' } });
      });
      throw new UnauthorizedException(WRONG);
    }
    const renewed = await this.renewed(password, account);
    return this.database.inScope(wholeOf(organisationId, actorOf(account, visitor.address)), async (transaction) => {
      if (renewed !== null) {
        await transaction.query(
          'update account set password_hash = $3 where organisation_id = $1 and id = $2 and password_hash = $4',
          [organisationId, account.id, renewed, account.passwordHash],
        );
      }
      await this.attempts.forgive(transaction, attempt);
      const next = nextStep(account);
      if (next === 'in') return { next, ...(await this.door.letIn(transaction, visitor, account, 'password')) };
      return { next, token: await this.door.halfWay(transaction, visitor, account) };
    });
  }

  /** The same password under a hash of today, when the one kept is of yesterday. */
  private async renewed(password: string, { passwordHash }: Account): Promise<string | null> {
    return passwordHash !== null && weakerThanToday(passwordHash) ? this.passwords.hash(password) : null;
  }
}

export function nextStep({ hasSecondFactor, secondFactorRequired }: Account): SignInStep {
  if (hasSecondFactor) return 'second-factor';
  return secondFactorRequired ? 'second-factor-setup' : 'in';
}

const WRONG = 'That email address and password do not belong together. Check both, capitals included.';
