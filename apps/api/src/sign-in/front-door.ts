import { Injectable } from '@nestjs/common';
import { readToken } from '../access/secret.ts';
import { Sessions } from '../access/sessions.ts';
import { audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import type { Transaction } from '../database/database.ts';
import { Attempts } from './attempts.ts';
import { sweep } from './sweep.query.ts';
import { type Visitor, newDeviceText } from './visitor.ts';

/** What a browser is given when somebody is let in. */
export interface LetIn {
  token: string;
  deviceText: string;
}

/** What somebody showed to be let in. */
export type ShownAtDoor = 'password' | 'second-factor' | 'recovery-code' | 'link' | 'identity-provider';

/** Lets people in and out. The transaction's scope names the person as its actor. */
@Injectable()
export class FrontDoor {
  constructor(
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
  ) {}

  /** Opens a session in place of the one the browser may still have, and knows the device from now on. */
  async letIn(
    transaction: Transaction,
    visitor: Visitor,
    account: { id: string; email: string },
    shown: ShownAtDoor,
  ): Promise<LetIn> {
    await this.leave(transaction, visitor.sessionText, 'replaced');
    const { token } = await this.sessions.open(transaction, account.id, visitor);
    const deviceText = visitor.deviceText ?? newDeviceText();
    await this.attempts.remember(transaction, deviceText, account.email);
    await transaction.query('update account set last_signed_in_at = $3 where organisation_id = $1 and id = $2', [
      ...[transaction.scope.organisationId, account.id, new Date(this.clock.now()).toISOString()],
    ]);
    await sweep(transaction, this.clock.now());
    audit(transaction, { action: 'session.opened', subject: { kind: 'account', id: account.id }, details: { shown } });
    return { token, deviceText };
  }

  /** Opens a session that is good for nothing but showing a second factor. */
  async halfWay(transaction: Transaction, visitor: Visitor, account: { id: string }): Promise<string> {
    await this.leave(transaction, visitor.sessionText, 'replaced');
    return (await this.sessions.open(transaction, account.id, visitor, true)).token;
  }

  /** Ends the session a browser has, if it is one of this organisation. */
  async leave(
    transaction: Transaction,
    sessionText: string | undefined,
    why: 'replaced' | 'signed-out',
  ): Promise<void> {
    const token = readToken(sessionText ?? '');
    const { organisationId } = transaction.scope;
    if (token?.organisationId !== organisationId) return;
    const [ended] = await transaction.query<{ accountId: string; waiting: boolean }>(
      `delete from session where organisation_id = $1 and secret_hash = $2
       returning account_id as "accountId", awaits_second_factor as waiting`,
      [organisationId, token.secretHash],
    );
    if (ended === undefined || ended.waiting) return;
    audit(transaction, {
      action: 'session.ended',
      subject: { kind: 'account', id: ended.accountId },
      details: { why },
    });
  }
}
