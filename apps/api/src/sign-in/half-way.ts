import { ConflictException, Injectable, UnauthorizedException } from '@nestjs/common';
import { HOME_ORGANISATION_ID, wholeOf } from '../access/access.ts';
import { readToken } from '../access/secret.ts';
import { Sessions } from '../access/sessions.ts';
import { audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import { Database, type Transaction } from '../database/database.ts';
import { type Account, accountById, actorOf } from './account.ts';
import { Attempts } from './attempts.ts';
import { FrontDoor, type LetIn } from './front-door.ts';
import { SecondFactor } from './second-factor/second-factor.ts';
import type { TotpInvitation } from './second-factor/totp.ts';
import { type Visitor, strangerAt } from './visitor.ts';

/** So long after the password was right the second factor has to be shown. */
const PATIENCE_MS = 10 * 60_000;

/** Takes those who have shown their password the rest of the way: a code, or the app that will make codes. */
@Injectable()
export class HalfWay {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly secondFactor: SecondFactor,
    private readonly door: FrontDoor,
    private readonly clock: Clock,
  ) {}

  /** Lets in whoever shows a right code. */
  async show(visitor: Visitor, code: string): Promise<LetIn> {
    const account = await this.whoWaits(visitor);
    const organisationId = organisationOf(visitor);
    const stranger = wholeOf(organisationId, strangerAt(visitor.address));
    // Counted on its own, so that a wrong code stays counted.
    const attempt = await this.database.inScope(stranger, (transaction) =>
      this.attempts.countCode(transaction, visitor, account.email),
    );
    const letIn = await this.asThemselves(visitor, account, async (transaction) => {
      const shown = await this.secondFactor.check(transaction, account, code);
      if (shown === null) return null;
      if (shown === 'unreadable') return shown;
      await this.attempts.forgive(transaction, attempt);
      return this.door.letIn(transaction, visitor, account, shown);
    });
    if (letIn !== null && letIn !== 'unreadable') return letIn;
    const why = letIn === 'unreadable' && { why: 'key-lost' };
    await this.database.inScope(stranger, async (transaction) => {
      const subject = { kind: 'account', id: account.id };
      audit(transaction, { action: 'session.refused', subject, details: { shown: 'second-factor', ...why } });
      // Nobody has guessed: the recovery code they go on with should not have to wait.
      if (why) await this.attempts.forgive(transaction, attempt);
    });
    if (why) throw new ConflictException(UNREADABLE);
    throw new UnauthorizedException({ ...WRONG_CODE, reason: 'code-wrong' });
  }

  /** A secret for the app of somebody who must have one before they are let in. */
  async beginSetUp(visitor: Visitor): Promise<TotpInvitation> {
    const account = await this.whoWaits(visitor);
    if (account.hasSecondFactor) throw new UnauthorizedException({ ...TOO_LATE, reason: 'start-again' });
    return this.asThemselves(visitor, account, (transaction) => this.secondFactor.begin(transaction, account));
  }

  /** Lets in whoever's app has shown that it makes the right codes. */
  async finishSetUp(visitor: Visitor, code: string): Promise<LetIn & { recoveryCodes: string[] }> {
    const account = await this.whoWaits(visitor);
    return this.asThemselves(visitor, account, async (transaction) => {
      const recoveryCodes = await this.secondFactor.confirm(transaction, account, code.replace(/\s/g, ''));
      if (recoveryCodes === null) throw new UnauthorizedException({ ...WRONG_CODE, reason: 'code-wrong' });
      return { ...(await this.door.letIn(transaction, visitor, account, 'second-factor')), recoveryCodes };
    });
  }

  private asThemselves<Result>(
    visitor: Visitor,
    account: Account,
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<Result> {
    return this.database.inScope(wholeOf(organisationOf(visitor), actorOf(account, visitor.address)), work);
  }

  private async whoWaits(visitor: Visitor): Promise<Account> {
    const token = readToken(visitor.sessionText ?? '');
    const account =
      token &&
      (await this.database.inScope(wholeOf(token.organisationId), async (transaction) => {
        const session = await this.sessions.find(transaction, token.secretHash);
        if (session === undefined || !session.awaitsSecondFactor) return undefined;
        const young = await transaction.query(
          'select 1 from session where organisation_id = $1 and id = $2 and created_at > $3',
          [token.organisationId, session.sessionId, new Date(this.clock.now() - PATIENCE_MS).toISOString()],
        );
        return young.length > 0 ? accountById(transaction, session.accountId) : undefined;
      }));
    if (account === undefined || account.shut) throw new UnauthorizedException({ ...TOO_LATE, reason: 'start-again' });
    return account;
  }
}

const organisationOf = ({ sessionText = '' }: Visitor): string =>
  readToken(sessionText)?.organisationId ?? HOME_ORGANISATION_ID;

const WRONG_CODE = {
  statusCode: 401,
  message: 'That code is not right, or was used already. Wait for the next one in your app, and type that.',
  error: 'Unauthorized',
};
const UNREADABLE = {
  statusCode: 409,
  message:
    'Codes of your app cannot be checked here at present. Use a recovery code, or ask an administrator to reset your second factor.',
  error: 'Conflict',
  reason: 'second-factor-unreadable',
};
const TOO_LATE = {
  statusCode: 401,
  message: 'It took too long, or you are in already. Start again with your email and password.',
  error: 'Unauthorized',
};
