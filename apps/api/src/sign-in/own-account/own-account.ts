import { ConflictException, ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import type { OwnLocksDto, OwnSessionDto } from '#contracts/own-account.dto.ts';
import { wholeOf } from '../../access/access.ts';
import type { Person } from '../../access/principal.ts';
import { audit } from '../../audit/audit.ts';
import { Clock } from '../../clock/clock.ts';
import { Database, type Transaction } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { liveSessions } from '../../people/person-sessions.query.ts';
import { type Account, accountById } from '../account.ts';
import { BackOff } from '../back-off/back-off.ts';
import { bucketOf } from '../back-off/bucket.ts';
import { Passwords } from '../passwords/passwords.ts';
import { refuseMisfit } from '../passwords/password-refusal.ts';
import { endSessions, setPassword } from '../set-password.ts';
import type { ChangePasswordDto, ProfileEditDto } from './own-account.dto.ts';

/** What people see and change of their own account. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly database: Database,
    private readonly passwords: Passwords,
    private readonly backOff: BackOff,
    private readonly clock: Clock,
  ) {}

  /** Their name and language. */
  editProfile(scope: Scope, { accountId }: Person, { name, language }: ProfileEditDto): Promise<void> {
    return this.asOwner(scope, async (transaction) => {
      await transaction.query(
        `update account set name = coalesce($3, name), language = coalesce($4, language)
         where organisation_id = $1 and id = $2`,
        [scope.organisationId, accountId, name ?? null, language ?? null],
      );
      const changed = Object.entries({ name, language }).flatMap(([field, value]) =>
        value === undefined ? [] : [field],
      );
      const subject = { kind: 'account', id: accountId };
      audit(transaction, { action: 'account.changed', subject, details: { changed } });
    });
  }

  /** A new password for the old one; wherever else they are signed in, they are signed out. */
  async changePassword(scope: Scope, person: Person, { password, newPassword }: ChangePasswordDto): Promise<void> {
    const account = await this.confirmOwner(scope, person, password);
    refuseMisfit(newPassword, account);
    const hash = await this.passwords.hash(newPassword);
    await this.asOwner(scope, async (transaction) => {
      await setPassword(transaction, account.id, hash, 'themselves');
      await endSessions(transaction, account.id, person.sessionId);
    });
  }

  locks(scope: Scope, { accountId }: Person): Promise<OwnLocksDto> {
    return this.asOwner(scope, async (transaction) => {
      const { passwordHash, hasSecondFactor, secondFactorRequired } = await mine(transaction, accountId);
      const [row] = await transaction.query<{ left: number }>(
        'select cardinality(recovery_hashes)::int as left from account where organisation_id = $1 and id = $2',
        [scope.organisationId, accountId],
      );
      const recoveryCodesLeft = row?.left ?? 0;
      return { hasPassword: passwordHash !== null, hasSecondFactor, secondFactorRequired, recoveryCodesLeft };
    });
  }

  /** Where they are signed in, the place used last first. */
  async sessions(scope: Scope, { accountId, sessionId }: Person): Promise<OwnSessionDto[]> {
    const live = await this.asOwner(scope, (transaction) => liveSessions(transaction, accountId, this.clock.now()));
    return live.map((session) => ({ ...session, current: session.id === sessionId }));
  }

  /** Ends one of their sessions, wherever it is. */
  endSession(scope: Scope, { accountId }: Person, sessionId: string): Promise<void> {
    return this.asOwner(scope, async (transaction) => {
      const ended = await transaction.query(
        'delete from session where organisation_id = $1 and account_id = $2 and id = $3 returning id',
        [scope.organisationId, accountId, sessionId],
      );
      if (ended.length === 0) throw new NotFoundException('You have no such session: it may have ended already.');
      const subject = { kind: 'account', id: accountId };
      audit(transaction, { action: 'session.ended', subject, details: { why: 'ended-elsewhere', sessions: 1 } });
    });
  }

  async endOtherSessions(scope: Scope, { accountId, sessionId }: Person): Promise<void> {
    await this.asOwner(scope, (transaction) => endSessions(transaction, accountId, sessionId));
  }

  /** The account of whoever shows its password once more; throws for a wrong one, and after too many of them. */
  async confirmOwner(scope: Scope, { accountId }: Person, password: string): Promise<Account> {
    const own = bucketOf('device', 'own account', accountId);
    const account = await this.asOwner(scope, async (transaction) => {
      await this.backOff.countAttempt(transaction, [own]);
      return mine(transaction, accountId);
    });
    if (account.passwordHash === null) {
      throw new ConflictException({ statusCode: 409, message: NO_PASSWORD, error: 'Conflict', reason: 'no-password' });
    }
    if (!(await this.passwords.matches(password, account.passwordHash))) {
      throw new ForbiddenException({ statusCode: 403, message: WRONG, error: 'Forbidden', reason: 'password-wrong' });
    }
    await this.asOwner(scope, (transaction) => this.backOff.forgive(transaction, [], [own]));
    return account;
  }

  /** Accounts and sessions are open to nobody who sees but some departments; their own are theirs all the same. */
  asOwner<Result>(
    { organisationId, actor }: Scope,
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    return this.database.inScope(wholeOf(organisationId, actor), work);
  }
}

export async function mine(transaction: Transaction, accountId: string): Promise<Account> {
  const account = await accountById(transaction, accountId);
  if (account === undefined) throw new Error('somebody who is signed in has no account');
  return account;
}

const NO_PASSWORD = 'You sign in with your hospital’s own sign-in, so there is no password here.';
const WRONG = 'That is not your password. Check capitals, and try again.';
