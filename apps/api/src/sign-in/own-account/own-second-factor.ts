import { ConflictException, ForbiddenException, Injectable } from '@nestjs/common';
import type { TotpInvitationDto } from '#contracts/sign-in.dto.ts';
import type { Person } from '../../access/principal.ts';
import type { Scope } from '../../database/scope.ts';
import { SecondFactor } from '../second-factor/second-factor.ts';
import { OwnAccount, mine } from './own-account.ts';

/** People set up, renew and turn off their own second factor. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    private readonly account: OwnAccount,
    private readonly secondFactor: SecondFactor,
  ) {}

  begin(scope: Scope, { accountId }: Person): Promise<TotpInvitationDto> {
    return this.account.asOwner(scope, async (transaction) => {
      const account = await mine(transaction, accountId);
      if (account.hasSecondFactor) throw refusal(409, 'second-factor-on', IS_ON);
      return this.secondFactor.begin(transaction, account);
    });
  }

  confirm(scope: Scope, { accountId }: Person, code: string): Promise<string[]> {
    return this.account.asOwner(scope, async (transaction) => {
      const account = await mine(transaction, accountId);
      if (account.hasSecondFactor) throw refusal(409, 'second-factor-on', IS_ON);
      const codes = await this.secondFactor.confirm(transaction, account, code.replace(/\s/g, ''));
      if (codes === null) throw refusal(403, 'code-wrong', WRONG_CODE);
      return codes;
    });
  }

  async renewCodes(scope: Scope, person: Person, password: string): Promise<string[]> {
    const account = await this.account.confirmOwner(scope, person, password);
    if (!account.hasSecondFactor) throw refusal(409, 'second-factor-off', IS_OFF);
    return this.account.asOwner(scope, (transaction) => this.secondFactor.renewCodes(transaction, account));
  }

  async turnOff(scope: Scope, person: Person, password: string): Promise<void> {
    const account = await this.account.confirmOwner(scope, person, password);
    if (account.secondFactorRequired) throw refusal(409, 'second-factor-required', IS_REQUIRED);
    await this.account.asOwner(scope, (transaction) => this.secondFactor.turnOff(transaction, account));
  }
}

function refusal(statusCode: 403 | 409, reason: string, message: string): ForbiddenException | ConflictException {
  if (statusCode === 403) return new ForbiddenException({ statusCode, message, error: 'Forbidden', reason });
  return new ConflictException({ statusCode, message, error: 'Conflict', reason });
}

const WRONG_CODE = 'That code is not right. Check that the clock of your telephone is, and type the code of now.';
const IS_ON = 'Your second factor is on already. Turn it off first to set up another one.';
const IS_OFF = 'You have no second factor yet: set it up first.';
const IS_REQUIRED = 'Your organisation asks everybody for a second factor, so it cannot be turned off.';
