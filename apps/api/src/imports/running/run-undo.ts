import { Injectable } from '@nestjs/common';
import { wholeOf } from '../../access/access.ts';
import { Clock } from '../../clock/clock.ts';
import { Database } from '../../database/database.ts';
import { undoImport } from '../../ingest/running/undo-import.ts';
import type { JobData } from '../../jobs/queues.ts';
import { Heartbeat } from './import-progress.ts';
import { whenFree } from './when-free.ts';

/** Takes an import out again as a whole; any worker goes on with it where the last one was. */
@Injectable()
export class RunUndo {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ organisationId, importId, by }: JobData['undo-import'], processEnds: AbortSignal): Promise<void> {
    const work = { from: ['undoing'], as: 'undoing' } as const;
    const scope = wholeOf(organisationId);
    await whenFree(this.database, scope, importId, work, processEnds, async (_taken, holder) => {
      const actor = by === null ? undefined : await this.actorOf(organisationId, by);
      const held = { importId, holder };
      const heartbeat = new Heartbeat(this.database, scope, held, processEnds, () => ({})).begin();
      try {
        await undoImport(this.database, wholeOf(organisationId, actor), importId, this.clock.now(), () =>
          heartbeat.check(),
        );
      } finally {
        await heartbeat.end();
      }
    });
  }

  private async actorOf(organisationId: string, accountId: string) {
    const [account] = await this.database.inScope(wholeOf(organisationId), ({ query }) =>
      query<{ name: string }>('select name from account where organisation_id = $1 and id = $2', [
        ...[organisationId, accountId],
      ]),
    );
    return { kind: 'person' as const, id: accountId, name: account?.name ?? '', address: null };
  }
}
