import { randomUUID } from 'node:crypto';
import { BadRequestException, ConflictException, ForbiddenException, Injectable } from '@nestjs/common';
import type { LinkedPersonDto, PeopleDto, PersonDto } from '#contracts/people.dto.ts';
import { ROLES_OF_DEPARTMENTS } from '#domain/role.ts';
import { audit } from '../audit/audit.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { refuseStale } from '../editing/version.ts';
import { refuseLastAdministrator } from './administrators.ts';
import { describePerson, editableOf, findPerson, holdPerson } from './describe-person.ts';
import { givenDepartments } from './given-departments.ts';
import { HandedLink } from './handed-link.ts';
import { listPeople } from './list-people.query.ts';
import type { InvitationDto, PersonEditDto } from './people-edits.dto.ts';

/** Who has an account, and what they are. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly handedLink: HandedLink,
  ) {}

  list(scope: Scope): Promise<PeopleDto> {
    return this.database.inScope(scope, async (transaction) => ({
      people: (await listPeople(transaction, this.clock.now())).map((person) => describePerson(person, transaction)),
    }));
  }

  /** Makes an account nobody can use yet, and the link that makes it somebody's own. */
  async invite(scope: Scope, wish: InvitationDto): Promise<LinkedPersonDto> {
    const accountId = randomUUID();
    const made = await this.database.inScope(scope, async (transaction) => {
      const { email, role } = wish;
      const [language, departments] = [wish.language ?? null, wish.departments ?? []];
      const departmentIds = await givenDepartments(transaction, role, departments);
      const inserted = await transaction.query(
        `insert into account (organisation_id, id, email, name, role, departments, language)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
        [scope.organisationId, accountId, email, plain(wish.name), role, departmentIds, language],
      );
      if (inserted.length === 0) throw new ConflictException(KNOWN);
      audit(transaction, {
        action: 'account.invited',
        subject: { kind: 'account', id: accountId },
        details: { email, role, departments, language },
      });
      return this.handedLink.make(transaction, accountId, 'invitation');
    });
    return this.handedLink.handOver(made);
  }

  /** Changes what somebody is; it holds from their next request on. */
  change(scope: Scope, id: string, { version, ...edit }: PersonEditDto): Promise<PersonDto> {
    return this.database.inScope(scope, async (transaction) => {
      const own = scope.actor?.id === id;
      if (!own && edit.role != null && edit.role !== 'administrator') await refuseLastAdministrator(transaction, id);
      const person = await holdPerson(transaction, id, this.clock.now());
      const before = editableOf(person);
      refuseStale(version, before);
      const role = edit.role ?? person.role;
      if (own && role !== person.role) throw new ForbiddenException(OWN_ROLE);
      const kept = ROLES_OF_DEPARTMENTS.includes(role) ? person.departments : [];
      const departmentIds =
        edit.departments == null && role === person.role
          ? person.departmentIds
          : await givenDepartments(transaction, role, edit.departments ?? kept);
      const name = edit.name == null ? person.name : plain(edit.name);
      const language = edit.language === undefined ? person.language : edit.language;
      await transaction.query(
        `update account set name = $3, role = $4, departments = $5, language = $6, claimed_role = case role when $4 then claimed_role end
         where organisation_id = $1 and id = $2`,
        [scope.organisationId, id, name, role, departmentIds, language],
      );
      const now = await findPerson(transaction, id, this.clock.now());
      const after = editableOf(now);
      if (JSON.stringify(before) !== JSON.stringify(after)) {
        const subject = { kind: 'account', id };
        audit(transaction, { action: 'account.changed', subject, details: { from: before, to: after } });
      }
      return describePerson(now, transaction);
    });
  }
}

function plain(name: string): string {
  const text = name.normalize('NFC').trim();
  if (text === '') throw new BadRequestException('name must say who it is');
  return text;
}

const KNOWN = 'Somebody has an account with this address already: change that one, or let them in again.';
const OWN_ROLE = 'Nobody changes their own role: ask another administrator.';
