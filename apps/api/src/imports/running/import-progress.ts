import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import type { Database } from '../../database/database.ts';
import type { Scope } from '../../database/scope.ts';
import { TakenOver } from '../../ingest/running/import-holder.ts';
import { HELD_SECONDS } from './take-import.query.ts';

const EVERY_MS = 1_000;

const TELL_SQL = `update import set held_until = clock_timestamp() + make_interval(secs => $4),
  bytes_read = coalesce($5::bigint, bytes_read),
  tries = case when coalesce($6::int, read) > read then 0 else tries end,
  read = coalesce($6, read), accepted = coalesce($7, accepted), updated = coalesce($8, updated),
  unchanged = coalesce($9, unchanged), quarantined = coalesce($10, quarantined),
  masked = coalesce($11::jsonb, masked)
where organisation_id = $1 and id = $2 and holder = $3 returning stop_asked as "stopAsked"`;

/** How far an import is. */
export interface Progress {
  bytesRead?: number;
  counts?: Omit<IngestResultDto, 'rejects'>;
}

/** What goes on around the work on an import: every second it is told how far it is, and heard whether it should stop. */
export class Heartbeat {
  /** Aborted when somebody wants it stopped, when another worker has it, or when this process ends. */
  readonly signal: AbortSignal;
  /** True once a person has asked for its end. */
  stopAsked = false;
  private readonly own = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly held: { importId: string; holder: string },
    processEnds: AbortSignal,
    private readonly progress: () => Progress,
  ) {
    this.signal = AbortSignal.any([this.own.signal, processEnds]);
  }

  begin(): this {
    this.timer = setInterval(() => {
      this.beating = this.beating.then(() => this.beat());
    }, EVERY_MS);
    return this;
  }

  async end(): Promise<void> {
    clearInterval(this.timer);
    await this.beating;
  }

  /** Throws where there is no use in going on. */
  check(): void {
    this.signal.throwIfAborted();
  }

  private async beat(): Promise<void> {
    const { importId, holder } = this.held;
    const { bytesRead = null, counts } = this.progress();
    try {
      const [heard] = await this.database.inScope(this.scope, ({ query, scope }) =>
        query<{ stopAsked: boolean }>(TELL_SQL, [
          ...[scope.organisationId, importId, holder, HELD_SECONDS, bytesRead, counts?.read ?? null],
          ...[counts?.accepted ?? null, counts?.updated ?? null, counts?.unchanged ?? null],
          counts?.quarantined ?? null,
          counts === undefined ? null : JSON.stringify(counts.masked),
        ]),
      );
      if (heard === undefined) this.own.abort(new TakenOver('another worker goes on with the import'));
      else if (heard.stopAsked) {
        this.stopAsked = true;
        this.own.abort(new Error('somebody asked for its end'));
      }
    } catch {
      // A database that does not answer just now: the work itself will hear of it, or the next beat tells.
    }
  }
}
