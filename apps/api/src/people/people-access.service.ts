import { ConflictException, ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import type { LinkedPersonDto, PersonDto, PersonSessionsDto } from '#contracts/people.dto.ts';
import { audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import { Database, type Transaction } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { refuseLastAdministrator } from './administrators.ts';
import { describePerson, findPerson, holdPerson, stateOf } from './describe-person.ts';
import { HandedLink } from './handed-link.ts';
import { endSessions, liveSessions } from './person-sessions.query.ts';

/** Who gets in: lets people in again, keeps them out, and sees where they are signed in. */
@Injectable()
export class PeopleAccessService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly handedLink: HandedLink,
  ) {}

  /** Keeps somebody out from their next request on. */
  disable(scope: Scope, id: string): Promise<PersonDto> {
    return this.database.inScope(scope, async (transaction) => {
      if (scope.actor?.id === id) throw new ForbiddenException(OWN_ACCOUNT);
      await refuseLastAdministrator(transaction, id);
      const person = await holdPerson(transaction, id, this.clock.now());
      if (person.disabledAt === null) {
        await transaction.query('update account set disabled_at = $3 where organisation_id = $1 and id = $2', [
          ...[scope.organisationId, id, new Date(this.clock.now())],
        ]);
        const sessions = await endSessions(transaction, id);
        await transaction.query(
          'delete from one_time_link where organisation_id = $1 and account_id = $2 and used_at is null',
          [scope.organisationId, id],
        );
        note(transaction, 'account.disabled', id, { sessions });
      }
      return this.describe(transaction, id);
    });
  }

  enable(scope: Scope, id: string): Promise<PersonDto> {
    return this.database.inScope(scope, async (transaction) => {
      const person = await holdPerson(transaction, id, this.clock.now());
      if (person.disabledAt !== null) {
        await transaction.query('update account set disabled_at = null where organisation_id = $1 and id = $2', [
          ...[scope.organisationId, id],
        ]);
        note(transaction, 'account.enabled', id);
      }
      return this.describe(transaction, id);
    });
  }

  /** Another link for somebody who has not come in yet; the one before is worthless from then on. */
  async inviteAgain(scope: Scope, id: string): Promise<LinkedPersonDto> {
    const made = await this.database.inScope(scope, async (transaction) => {
      const person = await holdPerson(transaction, id, this.clock.now());
      if (stateOf(person) !== 'invited') throw new ConflictException(NOT_INVITED);
      note(transaction, 'account.invited', id, { again: true });
      return this.handedLink.make(transaction, id, 'invitation');
    });
    return this.handedLink.handOver(made);
  }

  /** A link with which somebody sets another password; the old one works until they do. */
  async offerReset(scope: Scope, id: string): Promise<LinkedPersonDto> {
    const made = await this.database.inScope(scope, async (transaction) => {
      const person = await holdPerson(transaction, id, this.clock.now());
      if (stateOf(person) !== 'active' || !person.hasPassword) throw new ConflictException(NO_PASSWORD);
      note(transaction, 'password.reset-offered', id);
      return this.handedLink.make(transaction, id, 'password-reset');
    });
    return this.handedLink.handOver(made);
  }

  /** For somebody who has lost their phone: they come in by password alone, or set up another factor where one is asked for. */
  resetSecondFactor(scope: Scope, id: string): Promise<PersonDto> {
    return this.database.inScope(scope, async (transaction) => {
      const person = await holdPerson(transaction, id, this.clock.now());
      if (person.secondFactor) {
        await transaction.query(
          `update account set totp_secret = null, totp_enabled_at = null, totp_last_step = null, recovery_hashes = '{}'
           where organisation_id = $1 and id = $2`,
          [scope.organisationId, id],
        );
        note(transaction, 'second-factor.reset', id, { sessions: await endSessions(transaction, id) });
      }
      return this.describe(transaction, id);
    });
  }

  sessions(scope: Scope, id: string): Promise<PersonSessionsDto> {
    return this.database.inScope(scope, async (transaction) => {
      await findPerson(transaction, id, this.clock.now());
      return { sessions: await liveSessions(transaction, id, this.clock.now()) };
    });
  }

  /** Signs somebody out, everywhere or in one place. */
  endSessions(scope: Scope, id: string, sessionId: string | null): Promise<void> {
    return this.database.inScope(scope, async (transaction) => {
      await holdPerson(transaction, id, this.clock.now());
      const sessions = await endSessions(transaction, id, sessionId);
      if (sessions > 0) note(transaction, 'session.ended', id, { why: 'by-administrator', sessions });
      else if (sessionId !== null) throw new NotFoundException('There is no such session: it may have ended already.');
    });
  }

  private async describe(transaction: Transaction, id: string): Promise<PersonDto> {
    return describePerson(await findPerson(transaction, id, this.clock.now()), transaction);
  }
}

function note(transaction: Transaction, action: string, id: string, details?: Record<string, unknown>): void {
  audit(transaction, { action, subject: { kind: 'account', id }, ...(details && { details }) });
}

const OWN_ACCOUNT = 'Nobody locks themselves out: ask another administrator.';
const NOT_INVITED = 'Only somebody who has not come in yet is invited again.';
const NO_PASSWORD = 'There is no password to replace: they are not in yet, are kept out, or come in another way.';
