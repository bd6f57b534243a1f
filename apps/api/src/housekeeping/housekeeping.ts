import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { HOME_SCOPE } from '../access/access.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { DemoRemoval } from '../demo/demo-removal.ts';
import { closeBrokenOff } from '../ingest/running/broken-off.ts';
import { TidyUploads } from '../uploads/tidy-uploads.ts';
import { tidy, tidyIsDue } from '../retention/tidy.ts';

const EVERY_MS = 30 * 60_000;
/** People who have just started Bedside come first. */
const FIRST_MS = 60_000;

/**
 * What a running Bedside does by itself: once a day it takes away what is kept no longer, it goes on with removing
 * the demo where that broke off, and it closes imports whose process has died. Any number of processes may do it; what one has done, the others find done.
 */
@Injectable()
export class Housekeeping implements OnApplicationShutdown {
  private readonly logger = new Logger('housekeeping');
  private timers: NodeJS.Timeout[] = [];
  private atWork: Promise<void> | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly demoRemoval: DemoRemoval,
    private readonly uploads: TidyUploads,
  ) {}

  /** Begins, and goes on until the app is closed. */
  begin(): void {
    const round = (): void => void this.round();
    this.timers = [setTimeout(round, FIRST_MS).unref(), setInterval(round, EVERY_MS).unref()];
  }

  /** One round: what is due is done. A failure is written down, and the next round tries again. */
  async round(): Promise<void> {
    this.atWork ??= this.work().finally(() => {
      this.atWork = undefined;
    });
    await this.atWork;
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    await this.atWork;
  }

  private async work(): Promise<void> {
    try {
      this.demoRemoval.goOn(HOME_SCOPE);
      await closeBrokenOff(this.database, HOME_SCOPE.organisationId);
      const now = this.clock.now();
      if (await tidyIsDue(this.database, HOME_SCOPE, now)) await tidy(this.database, HOME_SCOPE, now);
      await this.uploads.tidy(HOME_SCOPE);
    } catch (error) {
      this.logger.error(`today’s tidying broke off: ${error instanceof Error ? error.name : 'unknown'}`);
    }
  }
}
