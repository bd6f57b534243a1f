import { NotFoundException } from '@nestjs/common';
import type { PersonDto } from '#contracts/people.dto.ts';
import type { PersonState } from '#domain/person-state.ts';
import type { Transaction } from '../database/database.ts';
import { versionOf } from '../editing/version.ts';
import { listPeople, type StoredPerson } from './list-people.query.ts';

/** What a change of a person rests on; signing in and out goes on beside it. */
export const editableOf = ({ name, role, departments, language, disabledAt }: StoredPerson) => ({
  ...{ name, role, departments, language },
  disabled: disabledAt !== null,
});

export function describePerson(person: StoredPerson, { scope }: Transaction): PersonDto {
  const { id, email, name, role, departments, language, hasPassword, secondFactor, demo, sessions } = person;
  return {
    ...{ id, email, name, role, departments, language, hasPassword, secondFactor, demo, sessions },
    state: stateOf(person),
    claimedRole: person.claimedRole,
    invitedUntil: person.invitedUntil?.toISOString() ?? null,
    lastSignedInAt: person.lastSignedInAt?.toISOString() ?? null,
    you: scope.actor?.id === id,
    version: versionOf(editableOf(person)),
  };
}

export function stateOf({ disabledAt, hasPassword, hasIdentity }: StoredPerson): PersonState {
  if (disabledAt !== null) return 'disabled';
  return hasPassword || hasIdentity ? 'active' : 'invited';
}

/** A person nobody else changes meanwhile. */
export async function holdPerson(transaction: Transaction, id: string, now: number): Promise<StoredPerson> {
  const { query, scope } = transaction;
  await query('select 1 from account where organisation_id = $1 and id = $2 for update', [scope.organisationId, id]);
  return findPerson(transaction, id, now);
}

export async function findPerson(transaction: Transaction, id: string, now: number): Promise<StoredPerson> {
  const [person] = await listPeople(transaction, now, id);
  if (person === undefined) throw new NotFoundException('There is no such person.');
  return person;
}
