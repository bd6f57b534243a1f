import { createHmac } from 'node:crypto';
import { spelledAsUuid } from '../../facts/uuid-of.ts';

/** A patient's visit as a pseudonym: HMAC-SHA256 under the organisation's own key, shortened to a uuid. */
export function pseudonymOf(identifier: string, key: Buffer): string {
  return spelledAsUuid(createHmac('sha256', key).update(identifier.trim().normalize('NFC')).digest('hex'));
}
