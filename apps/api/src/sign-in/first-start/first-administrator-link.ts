import type { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { audit } from '../../audit/audit.ts';
import type { OneTimeLinks } from '../one-time-links.ts';

export const LINK_VALID_FOR_HOURS = 24;

/** A new link with which somebody becomes an administrator; it voids the one before it. */
export function firstAdministratorToken(database: Database, scope: Scope, links: OneTimeLinks): Promise<string> {
  return database.inScope(scope, async (transaction) => {
    audit(transaction, { action: 'link.created', details: { purpose: 'first-administrator' } });
    return links.create(transaction, {
      purpose: 'first-administrator',
      accountId: null,
      validForHours: LINK_VALID_FOR_HOURS,
    });
  });
}
