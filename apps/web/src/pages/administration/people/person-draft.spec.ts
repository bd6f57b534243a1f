import { expect, it } from '@jest/globals';
import { EMPTY_DRAFT, faultsOf, sentOf } from './person-draft.ts';

it('a draft wants an address, a name, and departments where the role sees only those', () => {
  expect(faultsOf(EMPTY_DRAFT)).toEqual({ email: true, name: true, departments: true });
  const whole = { ...EMPTY_DRAFT, email: ' rasa@hospital.example ', name: 'Rasa' };
  expect(faultsOf({ ...whole, departments: ['ward-4b'] })).toEqual({ email: false, name: false, departments: false });
  expect(faultsOf({ ...whole, role: 'auditor' }).departments).toBe(false);
});

it('departments are not sent for a role that sees them all', () => {
  const draft = { ...EMPTY_DRAFT, email: 'a@b.example ', name: ' A', departments: ['ward-4b'] };
  expect(sentOf(draft)).toMatchObject({ email: 'a@b.example', name: 'A', departments: ['ward-4b'], language: null });
  expect(sentOf({ ...draft, role: 'auditor', language: 'lt' })).toMatchObject({ departments: [], language: 'lt' });
});
