import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { SecretKeys, newSecretKey, readSecretKeys } from './secret-keys.ts';

const OWNER = { organisationId: '00000000-0000-7000-8000-000000000001', id: '00000000-0000-7000-8000-00000000000a' };
const SECRET = randomBytes(20);
const [OLD, NEW] = [randomBytes(32), randomBytes(32)];

describe('a sealed secret', () => {
  const keys = new SecretKeys([OLD]);

  it('opens for its owner, and shows nothing of itself', () => {
    const sealed = keys.seal(SECRET, OWNER);
    expect(sealed.includes(SECRET)).toBe(false);
    expect(keys.open(sealed, OWNER)).toEqual({ secret: SECRET, outdated: false });
    expect(keys.seal(SECRET, OWNER)).not.toEqual(sealed);
  });

  it.each([
    ['account', { ...OWNER, id: '00000000-0000-7000-8000-00000000000b' }],
    ['organisation', { ...OWNER, organisationId: '00000000-0000-7000-8000-000000000002' }],
  ])('opens for no other %s', (_, other) => {
    expect(keys.open(keys.seal(SECRET, OWNER), other)).toBeNull();
  });

  it('opens no more once any of its bits is changed, or any of its bytes is missing', () => {
    const sealed = keys.seal(SECRET, OWNER);
    const changed = Array.from({ length: sealed.length * 8 }, (_, bit) => {
      const copy = Buffer.from(sealed);
      copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return copy;
    });
    const cut = Array.from(sealed, (_, length) => sealed.subarray(0, length));
    expect([...changed, ...cut].filter((text) => keys.open(text, OWNER) !== null)).toEqual([]);
  });
});

describe('a key that is replaced', () => {
  it('opens what it sealed as long as it is named, and seals nothing more', () => {
    const sealed = new SecretKeys([OLD]).seal(SECRET, OWNER);
    const both = new SecretKeys([NEW, OLD]);
    expect(both.open(sealed, OWNER)).toEqual({ secret: SECRET, outdated: true });
    expect(new SecretKeys([NEW]).open(sealed, OWNER)).toBeNull();
    expect(new SecretKeys([NEW]).open(both.seal(SECRET, OWNER), OWNER)).toEqual({ secret: SECRET, outdated: false });
  });
});

describe('the text of keys', () => {
  it.each([
    newSecretKey(),
    `${newSecretKey().trim()},${newSecretKey()}`,
    `${newSecretKey()} ${OLD.toString('hex')}`,
    OLD.toString('base64url'),
  ])('is base64 or hex, the first sealing: case %#', (text) => {
    expect(readSecretKeys(text)).toBeInstanceOf(SecretKeys);
  });

  it.each(['', ' , ', 'password', randomBytes(31).toString('base64'), `${newSecretKey()},short`])(
    'is none where one of them is not 32 bytes: case %#',
    (text) => {
      expect(readSecretKeys(text)).toBeUndefined();
    },
  );
});
