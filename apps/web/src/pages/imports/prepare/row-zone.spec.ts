import { expect, it } from '@jest/globals';
import type { OrganisationDto } from '#contracts/organisation.dto.ts';
import { rowZone } from './row-zone.ts';

const site = (code: string, timeZone: string) => ({ code, name: `The ${code}`, timeZone, version: '1' });
const ward = {
  code: 'ward-4b',
  name: 'Ward 4B',
  site: 'hill',
  parent: null,
  general: false,
  inScope: true,
  version: '1',
};
const organisation: Pick<OrganisationDto, 'sites' | 'departments' | 'timeZone'> = {
  timeZone: 'UTC',
  sites: [site('river', 'Asia/Bangkok'), site('hill', 'Europe/Vilnius')],
  departments: [ward],
};

it.each([
  ['its site by code', { site: 'river' }, 'Asia/Bangkok'],
  ['its site by name', { site: ' the  HILL' }, 'Europe/Vilnius'],
  ['its department', { department: 'Ward 4b' }, 'Europe/Vilnius'],
  ['nothing known', { department: 'X-ray' }, 'UTC'],
])('a row that names %s', (_, values, zone) => {
  expect(rowZone(values, organisation)).toBe(zone);
});

it('belongs to the only site there is', () => {
  expect(rowZone({}, { ...organisation, sites: organisation.sites.slice(0, 1) })).toBe('Asia/Bangkok');
});
