import { createHash } from 'node:crypto';
import type { BucketKind } from './delay.ts';

/** What failures are counted against: its kind, and a key that names it without saying it. */
export interface Bucket {
  kind: BucketKind;
  key: Buffer;
}

/** The kind stands in the first byte, so that old ones can be swept kind by kind. */
const FIRST_BYTE: Readonly<Record<BucketKind, number>> = {
  pair: 1,
  account: 2,
  address: 3,
  device: 4,
  'second-factor': 5,
  letter: 6,
};

export function bucketOf(kind: BucketKind, ...names: readonly string[]): Bucket {
  const hash = createHash('sha256').update(JSON.stringify(names)).digest();
  return { kind, key: Buffer.concat([Buffer.of(FIRST_BYTE[kind]), hash]) };
}

/**
 * What a network address counts as. Whoever has one IPv6 address has at least the 2^64 beside it, so those are one.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail] = plain.split('::', 2);
  const front = head.split(':').filter((part) => part !== '');
  const back = (tail ?? '').split(':').filter((part) => part !== '');
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return [...front, ...gap, ...back]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':');
}
