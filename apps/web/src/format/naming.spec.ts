import { describe, expect, it } from '@jest/globals';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import { type Naming, nameOfCode } from './naming.ts';

const touchpoint = { parent: null, position: 1, active: true };
const organisation = {
  sites: [{ code: 'riverside', name: 'Riverside Hospital', timeZone: 'Asia/Bangkok' }],
  departments: [{ code: 'ward-4b', name: 'Ward 4B', site: 'riverside', parent: null, general: false }],
  touchpoints: [
    { ...touchpoint, code: 'care', name: 'The visit itself', renamed: false },
    { ...touchpoint, code: 'billing', name: 'Cash desk', renamed: true },
    { ...touchpoint, code: 'aquarium', name: 'The aquarium', renamed: false },
  ],
} as Partial<OrganisationDto> as OrganisationDto;
const WORDS: Record<string, string> = {
  'words.touchpoints.care': 'Pats vizitas',
  'words.touchpoints.billing': 'Sąskaitos',
  'words.wait-kinds.bill': 'Sąskaita',
  'words.channels.unknown': 'Nežinoma',
};
const naming: Naming = { organisation, language: 'lt', word: (key) => WORDS[key] };

describe('the name of a code', () => {
  it.each([
    ['site', 'riverside', 'Riverside Hospital'],
    ['department', 'ward-4b', 'Ward 4B'],
    ['touchpoint', 'care', 'Pats vizitas'],
    ['touchpoint', 'billing', 'Cash desk'],
    ['touchpoint', 'aquarium', 'The aquarium'],
    ['wait-kind', 'bill', 'Sąskaita'],
    ['language', 'ur', 'urdų'],
    ['language', 'und', 'Nežinoma'],
    ['site', 'closed-last-year', 'closed-last-year'],
    ['channel', 'pigeon', 'pigeon'],
  ] as const)('of the %s %s is %s', (dimension, code, name) => {
    expect(nameOfCode(naming, dimension, code)).toBe(name);
  });

  it('is the code itself until the organisation is known', () => {
    expect(nameOfCode({ ...naming, organisation: undefined }, 'site', 'riverside')).toBe('riverside');
  });
});
