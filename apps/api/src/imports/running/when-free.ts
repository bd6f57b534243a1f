import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { TakenOver } from '../../ingest/running/import-holder.ts';
import { letGo, type TakenImport, takeImport } from './take-import.query.ts';

const LOOK_AGAIN_MS = 500;

/**
 * Does something with an import that only one worker may do at a time: waits while another one is at it, takes over
 * where that has died, and returns once nothing is left to be done. Of two workers with the same job, the one that lost
 * the import waits to see it done, because its job must not seem done before.
 */
export async function whenFree(
  database: Database,
  scope: Scope,
  importId: string,
  work: Parameters<typeof takeImport>[3],
  processEnds: AbortSignal,
  drive: (taken: TakenImport, holder: string) => Promise<void>,
): Promise<void> {
  for (;;) {
    processEnds.throwIfAborted();
    const holder = randomUUID();
    const taken = await database.inScope(scope, (transaction) => takeImport(transaction, importId, holder, work));
    if (taken === 'over') return;
    if (taken === 'held') {
      await setTimeout(LOOK_AGAIN_MS, undefined, { signal: processEnds });
      continue;
    }
    try {
      return await drive(taken, holder);
    } catch (error) {
      if (!(error instanceof TakenOver)) {
        await database.inScope(scope, (transaction) => letGo(transaction, importId, holder)).catch(() => undefined);
        throw error;
      }
    }
  }
}
