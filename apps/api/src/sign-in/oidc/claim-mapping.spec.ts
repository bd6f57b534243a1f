import { describe, expect, it } from '@jest/globals';
import { parseMapping, placementOf, valuesOf } from './claim-mapping.ts';

const ROLES = '{"roles": {"cx-admins": "administrator", "ward-leads": "department-head", "all": "staff"}}';
const settings = (text: string, roleClaim = 'groups', departmentClaim = 'wards') => ({
  ...{ roleClaim, departmentClaim },
  mapping: parseMapping(text),
});

describe('what somebody is by their claims', () => {
  it.each([
    [{ groups: 'cx-admins' }, { role: 'administrator', departments: [] }],
    [
      { groups: ['all', 'ward-leads'], wards: ['ward-4b', 'icu', 'icu'] },
      { role: 'department-head', departments: ['ward-4b', 'icu'] },
    ],
    [{ groups: ['all', 'cx-admins'] }, { role: 'administrator', departments: [] }],
    [{ groups: ['visitors'] }, null],
    [{ groups: [] }, null],
    [{}, null],
    [{ groups: { all: true } }, null],
    [{ groups: ['constructor', '__proto__'] }, null],
    [{ groups: 'administrator' }, null],
  ])('%j: %j', (claims, placement) => {
    expect(placementOf(claims, settings(ROLES))).toEqual(placement);
  });

  it('is told by a mapping of departments where there is one', () => {
    const mapped = settings('{"roles": {"x": "staff"}, "departments": {"W4": ["ward-4b"], "HOUSE": ["a", "b"]}}');
    expect(placementOf({ groups: 'x', wards: ['W4', 'HOUSE', 'c'] }, mapped)?.departments).toEqual([
      'ward-4b',
      'a',
      'b',
    ]);
  });
});

it.each([
  ['realm_access.roles', { realm_access: { roles: ['a', 7] } }, ['a']],
  ['https://hospital.example/roles', { 'https://hospital.example/roles': 'a' }, ['a']],
  ['a.b', { 'a.b': 'whole', a: { b: 'within' } }, ['whole']],
  ['toString', {}, []],
  ['a.b.c', { a: 'text' }, []],
])('the values of %s in %j are %j', (name, claims, values) => {
  expect(valuesOf(claims, name)).toEqual(values);
});

describe('a mapping', () => {
  it.each([
    ['not JSON', 'roles: x'],
    ['without roles', '{}'],
    ['with no role', '{"roles": {}}'],
    ['with a role there is not', '{"roles": {"a": "king"}}'],
    ['with a list of roles', '{"roles": ["administrator"]}'],
    ['with departments that are no lists', '{"roles": {"a": "staff"}, "departments": {"x": 4}}'],
    ['with a list for departments', '{"roles": {"a": "staff"}, "departments": ["x"]}'],
  ])('%s is refused', (_, text) => {
    expect(() => parseMapping(text)).toThrow(/BEDSIDE_OIDC_MAPPING/);
  });
});
