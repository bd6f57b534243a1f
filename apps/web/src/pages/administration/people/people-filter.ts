import type { PersonDto } from '#contracts/people.dto.ts';
import type { PersonState } from '#domain/person-state.ts';
import type { Role } from '#domain/role.ts';

/** Whom a table of people shows. */
export interface PeopleFilter {
  words: string;
  role: Role | '';
  state: PersonState | '';
}

/** Those whose name or address holds the words, in the role and the state that were chosen. */
export function fittingPeople(
  people: readonly PersonDto[],
  { words, role, state }: PeopleFilter,
  locale: string,
): PersonDto[] {
  const sought = words.trim().toLocaleLowerCase(locale);
  return people.filter(
    (person) =>
      (role === '' || person.role === role) &&
      (state === '' || person.state === state) &&
      `${person.name} ${person.email}`.toLocaleLowerCase(locale).includes(sought),
  );
}
