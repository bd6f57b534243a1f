import { type KeyObject, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { Signer } from '../database/signer.ts';

/** A key that is none, in one sentence with the remedy. */
export class AuditKeyTrouble extends Error {
  override readonly name = 'AuditKeyTrouble';
}

/** What stands before the 32 bytes of an Ed25519 key in its PKCS #8 form. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The private key that signs the head of every trail of an installation; it never leaves the process. */
export class AuditKey implements Signer {
  readonly publicKey: string;
  private readonly publicObject: KeyObject;

  constructor(private readonly privateObject: KeyObject) {
    this.publicObject = createPublicKey(privateObject);
    this.publicKey = this.publicObject.export({ format: 'der', type: 'spki' }).toString('base64');
  }

  sign(text: string): Buffer {
    return sign(null, Buffer.from(text), this.privateObject);
  }

  signed(text: string, signature: Buffer): boolean {
    return verify(null, Buffer.from(text), this.publicObject, signature);
  }
}

/** A new key as the PEM it is kept in. */
export function newAuditKeyPem(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
}

/** Reads a key from its PEM, or from base64 of its PKCS #8 form or of its 32 bytes alone. */
export function readAuditKey(text: string): AuditKey {
  const key = privateKeyIn(text.trim().replaceAll('\\n', '\n'));
  if (key?.asymmetricKeyType !== 'ed25519') throw new AuditKeyTrouble(NO_KEY);
  return new AuditKey(key);
}

function privateKeyIn(text: string): KeyObject | undefined {
  try {
    if (text.startsWith('-----')) return createPrivateKey(text);
    const bytes = Buffer.from(text, 'base64');
    const der = bytes.length === 32 ? Buffer.concat([PKCS8_PREFIX, bytes]) : bytes;
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}

const NO_KEY =
  'The audit key is not an Ed25519 private key. Make one with: openssl genpkey -algorithm ed25519 -out audit-key.pem, and give BEDSIDE_AUDIT_KEY its text.';
