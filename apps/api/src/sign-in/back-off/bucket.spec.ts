import { expect, it } from '@jest/globals';
import { bucketOf, networkOf } from './bucket.ts';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
  ['2001:db8::9', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it('keeps kinds and names apart', () => {
  const keys = [
    bucketOf('pair', 'a', 'b'),
    bucketOf('device', 'a', 'b'),
    bucketOf('pair', 'ab'),
    bucketOf('pair', 'a'),
  ];
  expect(new Set(keys.map(({ key }) => key.toString('hex'))).size).toBe(4);
});
