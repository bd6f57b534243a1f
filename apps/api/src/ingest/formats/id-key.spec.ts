import { expect, it } from '@jest/globals';
import { IdKey } from './id-key.ts';

const parts = ['visit', 'LAKE', '7'];

it('gives the same id for the same parts under one secret, and another under another', () => {
  const [one, other] = [new IdKey(Buffer.from('one')), new IdKey(Buffer.from('other'))];
  expect(one.hashOf(parts)).toBe(new IdKey(Buffer.from('one')).hashOf(parts));
  expect(one.hashOf(parts)).not.toBe(other.hashOf(parts));
  expect(one.hashOf(['visit', 'LAKE7', ''])).not.toBe(one.hashOf(['visit', 'LAKE', '7']));
});

it('has a secret of its own until it is told of one', () => {
  const key = new IdKey();
  expect(key.hashOf(parts)).not.toBe(new IdKey().hashOf(parts));
  key.learn(Buffer.from('one'));
  key.learn(undefined);
  expect(key.hashOf(parts)).toBe(new IdKey(Buffer.from('one')).hashOf(parts));
});
