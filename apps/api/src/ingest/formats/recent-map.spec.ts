import { expect, it } from '@jest/globals';
import { RecentMap } from './recent-map.ts';

it('remembers what was asked for last, and never more than it may', () => {
  const map = new RecentMap<number, string>(10);
  map.set(0, 'kept');
  for (let key = 1; key < 1000; key += 1) {
    map.set(key, String(key));
    expect(map.get(0)).toBe('kept');
  }
  const known = Array.from({ length: 1000 }, (_, key) => key).filter((key) => map.get(key) !== undefined);
  expect(known.length).toBeLessThanOrEqual(10);
  expect(known.length).toBeGreaterThanOrEqual(5);
  expect(known).toContain(999);
});

it('forgets what it is told to forget, and takes the last word', () => {
  const map = new RecentMap<string, number>(2);
  map.set('a', 1);
  map.set('a', 2);
  map.set('b', 1);
  expect(map.get('a')).toBe(2);
  map.delete('a');
  expect(map.get('a')).toBeUndefined();
});
