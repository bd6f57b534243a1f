import { describe, expect, it } from '@jest/globals';
import { placeWanted } from './place-wanted.ts';

describe('the place to go to after signing in', () => {
  it.each([['/waits?from=2026-01-05&site=riverside'], ['/complaints/2291#history']])(
    'is the one wanted: %s',
    (path) => {
      expect(placeWanted(path)).toBe(path);
    },
  );

  it.each([
    ['https://evil.example/'],
    ['//evil.example/'],
    ['/\\evil.example'],
    ['/..//evil.example'],
    ['javascript:alert(1)'],
    [''],
    [undefined],
    [['/waits']],
  ])('is never another site: %p', (path) => {
    expect(placeWanted(path)).toBe('/');
  });
});
