import { HOME_SCOPE } from '../access/access.ts';
import type { Database } from '../database/database.ts';

/** True until somebody has described a site: the installation is new, and the demo may move in. */
export function isEmpty(database: Database): Promise<boolean> {
  return database.inScope(HOME_SCOPE, async (transaction) => {
    const [row] = await transaction.query<{ empty: boolean }>('select not exists (select from site) as empty');
    return row?.empty ?? true;
  });
}
