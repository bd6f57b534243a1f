import { keptKey } from '../embedded-postgres/kept-key.ts';
import { type AuditKey, newAuditKeyPem, readAuditKey } from './audit-key.ts';

const KEY_FILE = 'audit-key.pem';

/**
 * The key of this installation: BEDSIDE_AUDIT_KEY; without it, where Bedside keeps its own database, a file in the data
 * folder. A database of the operator's own may have several processes, so none of them makes up a key: undefined, and
 * trails stay unsigned until one is given.
 */
export async function installationKey(folder: string, environment = process.env): Promise<AuditKey | undefined> {
  if (environment.BEDSIDE_AUDIT_KEY) return readAuditKey(environment.BEDSIDE_AUDIT_KEY);
  if (environment.DATABASE_URL) return undefined;
  return readAuditKey(await keptKey(folder, KEY_FILE, newAuditKeyPem));
}
