import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Scope } from '../database/scope.ts';
import { removeForgotten } from './stored-uploads.query.ts';
import { UploadFolder } from './upload-folder.ts';
import { KEPT_DAYS } from './upload-limits.ts';

const DAY_MS = 86_400_000;

/** Throws away files that nothing came of, and bytes that no file is known for any more. */
@Injectable()
export class TidyUploads {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly folder: UploadFolder,
  ) {}

  async tidy(scope: Scope): Promise<void> {
    const now = this.clock.now();
    const forgotten = await this.database.inScope(scope, (transaction) => removeForgotten(transaction, new Date(now)));
    for (const id of forgotten) await this.folder.remove(id);
    const old = await this.folder.untouchedSince(now - (KEPT_DAYS + 1) * DAY_MS);
    if (old.length === 0) return;
    const known = await this.database.inScope(scope, ({ query }) =>
      query<{ id: string }>('select id from upload where organisation_id = $1 and id = any ($2::uuid[])', [
        ...[scope.organisationId, old],
      ]),
    );
    const kept = new Set(known.map(({ id }) => id));
    for (const id of old) if (!kept.has(id)) await this.folder.remove(id);
  }
}
