import { HOME_SCOPE } from '../access/access.ts';
import type { Database } from '../database/database.ts';

/** True until an organisation is described: the installation is new, and the demo may move in. Once removed, it stays away. */
export function isEmpty(database: Database): Promise<boolean> {
  return database.inScope(HOME_SCOPE, async (transaction) => {
    const [row] = await transaction.query<{ empty: boolean }>('select not exists (select from organisation) as empty');
    return row?.empty ?? true;
  });
}
