import { createHash } from 'node:crypto';
import { readableSecret } from '../readable-secret.ts';

const CODES = 10;

/** Ten codes for the day the telephone is lost. */
export const newRecoveryCodes = (): string[] => Array.from({ length: CODES }, readableSecret);

/** 80 random bits need no slow hash. However somebody types it: capitals, spaces, without the hyphens. */
export function recoveryHash(code: string): Buffer {
  return createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest();
}
