import { expect, it } from '@jest/globals';
import type { DepartmentDto } from '#contracts/organisation.dto.ts';
import { codeOf, placesFor, treeOf } from './department-tree.ts';

const ward = (code: string, parent: string | null = null, site = 'a', general = false): DepartmentDto => ({
  ...{ code, parent, site, general, version: 'read' },
  name: code.toUpperCase(),
  inScope: true,
});
const SITE = { code: 'a', name: 'A', timeZone: 'Asia/Bangkok', version: 'read' };
const DEPARTMENTS = [
  ...[ward('surgery'), ward('icu', 'medicine'), ward('beds', 'icu'), ward('medicine')],
  ...[ward('elsewhere', null, 'b'), ward('a-general', null, 'a', true), ward('lost', 'elsewhere')],
];
const rows = treeOf({ departments: DEPARTMENTS }, SITE, 'en');

it('a tree stands below its site, by name, without the department of the whole site', () => {
  expect(rows.map(({ department, depth }) => `${depth} ${department.code}`)).toEqual([
    ...['0 lost', '0 medicine', '1 icu', '2 beds', '0 surgery'],
  ]);
});

it('a department is offered no place below itself', () => {
  expect(placesFor(rows, 'medicine').map(({ department }) => department.code)).toEqual(['lost', 'surgery']);
  expect(placesFor(rows, null)).toHaveLength(5);
});

it.each([
  ['Ward 4B', 'ward-4b'],
  ['Khoa Đẻ & Nhi', 'khoa-de-nhi'],
  ['Šeimos klinika', 'seimos-klinika'],
  ['ไทย', ''],
])('%s gets the code %p', (name, code) => {
  expect(codeOf(name)).toBe(code);
});
