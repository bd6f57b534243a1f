import { Injectable } from '@nestjs/common';
import type { IngestResultDto } from '#contracts/ingest/ingest-result.dto.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { unavailable } from '../database/retryable.ts';
import type { Scope } from '../database/scope.ts';
import { IngestService } from './ingest.service.ts';
import type { Candidate } from './rows/candidate.ts';
import { fewOrMany } from './running/few-rows.ts';
import type { IngestTarget } from './running/import-record.ts';
import { storeTogether } from './running/store-together.ts';

interface Waiting {
  rows: readonly Candidate[];
  resolve(result: IngestResultDto): void;
  reject(error: unknown): void;
}

/** Rows of one commit at most; those that come after them wait for the next. */
const ROWS_TOGETHER = 1_000;

/**
 * Takes in what systems send row by row as it happens. A request that comes alone is stored at once; those that come
 * while it is being stored are gathered and stored together, so that a hundred senders wait for two commits and not for
 * a hundred. Only requests of one sender, for one source and of one kind, share a commit.
 */
@Injectable()
export class SmallSendings {
  private readonly lanes = new Map<string, Waiting[]>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ingest: IngestService,
  ) {}

  async take(
    scope: Scope,
    target: IngestTarget,
    chunks: AsyncIterable<readonly Candidate[]>,
  ): Promise<IngestResultDto> {
    const sending = await fewOrMany(chunks);
    if ('many' in sending) return this.ingest.ingest(scope, target, sending.many);
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { rows: sending.few, resolve, reject };
      const key = JSON.stringify([scope, target]);
      const lane = this.lanes.get(key);
      if (lane !== undefined) {
        lane.push(waiting);
        return;
      }
      const opened = [waiting];
      this.lanes.set(key, opened);
      void this.empty(opened, scope, target).finally(() => this.lanes.delete(key));
    });
  }

  private async empty(lane: Waiting[], scope: Scope, target: IngestTarget): Promise<void> {
    while (lane.length > 0) {
      let rows = 0;
      const more = lane.findIndex((waiting) => (rows += waiting.rows.length) > ROWS_TOGETHER);
      const together = lane.splice(0, more === -1 ? lane.length : Math.max(more, 1));
      lane.unshift(...(await this.store(together, scope, target)));
    }
  }

  /** Stores what requests brought and answers them; returns those that have to come after the others. */
  private async store(together: readonly Waiting[], scope: Scope, target: IngestTarget): Promise<Waiting[]> {
    const requests = together.map(({ rows }) => rows);
    try {
      const results = await this.ingest.gate.pass(() =>
        storeTogether(this.database, scope, target, requests, () => this.clock.now()),
      );
      return together.filter((waiting, index) => {
        const result = results[index];
        if (result != null) waiting.resolve(result);
        return result == null;
      });
    } catch (error) {
      if (together.length === 1 || unavailable(error)) {
        for (const { reject } of together) reject(error);
        return [];
      }
      // What one of them brought cannot be stored: each by itself, so that the others do not suffer for it.
      const left: Waiting[] = [];
      for (const waiting of together) left.push(...(await this.store([waiting], scope, target)));
      return left;
    }
  }
}
