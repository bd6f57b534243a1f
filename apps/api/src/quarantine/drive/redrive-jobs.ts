import { Injectable } from '@nestjs/common';
import { Jobs } from '../../jobs/jobs.ts';
import { RunRedrive } from './run-redrive.ts';

/** Takes up what drives rows in again. */
@Injectable()
export class RedriveJobs {
  constructor(
    private readonly jobs: Jobs,
    private readonly runRedrive: RunRedrive,
  ) {}

  async begin(): Promise<void> {
    await this.jobs.work('redrive', (data, signal) => this.runRedrive.run(data, signal));
  }
}
