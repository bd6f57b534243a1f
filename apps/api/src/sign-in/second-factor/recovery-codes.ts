import { createHash, randomBytes } from 'node:crypto';

const CODES = 10;
/** Without those that look alike; 32, so that a byte falls on each as often as on any other. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const LETTERS_EACH = 16;

/** Ten codes for the day the telephone is lost, 80 bits each: `abcd-efgh-jkmn-pqrs`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: CODES }, () => {
    const letters = [...randomBytes(LETTERS_EACH)].map((byte) => LETTERS[byte % LETTERS.length]).join('');
    return letters.replace(/(.{4})(?=.)/g, '$1-');
  });
}

/** 80 random bits need no slow hash. However somebody types it: capitals, spaces, without the hyphens. */
export function recoveryHash(code: string): Buffer {
  return createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest();
}
