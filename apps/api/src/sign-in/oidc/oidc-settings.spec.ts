import { expect, it } from '@jest/globals';
import { oidcFrom } from './oidc-settings.ts';

const SAID = {
  BEDSIDE_OIDC_ISSUER: 'https://login.hospital.example/realms/all',
  BEDSIDE_OIDC_CLIENT_ID: 'bedside',
  BEDSIDE_OIDC_MAPPING: '{"roles": {"x": "staff"}}',
};

it('there is no provider where none is named', () => {
  expect(oidcFrom({})).toBeUndefined();
});

it('what is left out has a meaning', () => {
  expect(oidcFrom(SAID)).toMatchObject({
    ...{ name: 'login.hospital.example', scope: 'openid profile email', roleClaim: 'roles' },
    ...{ departmentClaim: 'departments', clientSecret: undefined, alsoAsk: [] },
  });
});

it('the mapping may be a file', () => {
  const paths: string[] = [];
  const settings = oidcFrom({ ...SAID, BEDSIDE_OIDC_MAPPING: '/etc/roles.json' }, (path) => {
    paths.push(path);
    return '{"roles": {"y": "auditor"}}';
  });
  expect([paths, settings?.mapping.roles.get('y')]).toEqual([['/etc/roles.json'], 'auditor']);
});

it.each([
  ['http://localhost:4000', true],
  ['http://127.0.0.1:4000', true],
  ['http://[::1]:4000', true],
  ['http://login.hospital.example', false],
  ['http://localhost.evil.example', false],
  ['ftp://login.hospital.example', false],
  ['login.hospital.example', false],
])('the issuer %s may be talked to: %s', (BEDSIDE_OIDC_ISSUER, may) => {
  const read = () => oidcFrom({ ...SAID, BEDSIDE_OIDC_ISSUER });
  if (may) expect(read()?.issuer).toBe(BEDSIDE_OIDC_ISSUER);
  else expect(read).toThrow(/BEDSIDE_OIDC_ISSUER/);
});

it.each([
  [{ BEDSIDE_OIDC_CLIENT_ID: '' }, /BEDSIDE_OIDC_CLIENT_ID/],
  [{ BEDSIDE_OIDC_ISSUER: '' }, /BEDSIDE_OIDC_ISSUER/],
  [{ BEDSIDE_OIDC_MAPPING: '' }, /BEDSIDE_OIDC_MAPPING/],
  [{ BEDSIDE_OIDC_MAPPING: '/no/such/file.json' }, /cannot be read/],
  [{ BEDSIDE_OIDC_ALSO_ASK: 'http://keys.hospital.example' }, /BEDSIDE_OIDC_ALSO_ASK/],
])('%j says what is missing', (change, told) => {
  expect(() => oidcFrom({ ...SAID, ...change })).toThrow(told);
});
