import { type KeyObject, createPublicKey, verify } from 'node:crypto';
import { AuditKeyTrouble } from './audit-key.ts';

/** A public key from its PEM or the body of one; an error that says so for anything else. */
export function readPublicKey(text: string): string {
  const body = text.replace(/-----[A-Z ]+-----/g, '').replace(/\s/g, '');
  if (publicKeyOf(body) === undefined) {
    throw new AuditKeyTrouble('This is not an Ed25519 public key: give its PEM, or the publicKey of an export.');
  }
  return body;
}

/** Whether a text was signed with the private half of a public key. */
export function signedWith(publicKey: string, text: string, signature: Buffer): boolean {
  const key = publicKeyOf(publicKey);
  return key !== undefined && verify(null, Buffer.from(text), key, signature);
}

function publicKeyOf(body: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(body, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
