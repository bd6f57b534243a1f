import { expect, it } from '@jest/globals';
import { ownPage } from './own-page.ts';

it.each([
  ['/waits?site=riverside#top', '/waits?site=riverside#top'],
  ['/complaints/12', '/complaints/12'],
  [undefined, '/'],
  ['', '/'],
  ['waits', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example/', '/'],
  ['/\\evil.example/', '/'],
  ['/\t/evil.example/', '/'],
  ['/..//evil.example', '/'],
  ['/api/v1/organisation', '/'],
  ['/x/../api/docs', '/'],
  [`/${'x'.repeat(2_001)}`, '/'],
])('%j leads to %s', (wanted, page) => {
  expect(ownPage(wanted)).toBe(page);
});
