import { expect, it } from '@jest/globals';
import type { PersonDto } from '#contracts/people.dto.ts';
import { fittingPeople, type PeopleFilter } from './people-filter.ts';

const someone = (name: string, part: Partial<PersonDto>) =>
  ({ name, email: `${name}@hospital.example`, role: 'staff', state: 'active', ...part }) as PersonDto;
const PEOPLE = [
  someone('Rasa', { role: 'administrator' }),
  someone('Šarūnas', { state: 'disabled' }),
  someone('Mai', { email: 'nurse@ward.example' }),
];

it.each<[Partial<PeopleFilter>, string[]]>([
  [{}, ['Rasa', 'Šarūnas', 'Mai']],
  [{ words: ' šar' }, ['Šarūnas']],
  [{ words: 'WARD' }, ['Mai']],
  [{ role: 'staff' }, ['Šarūnas', 'Mai']],
  [{ role: 'staff', state: 'active' }, ['Mai']],
  [{ words: 'nobody' }, []],
])('people who fit %j', (filter, names) => {
  const found = fittingPeople(PEOPLE, { words: '', role: '', state: '', ...filter }, 'en');
  expect(found.map(({ name }) => name)).toEqual(names);
});
