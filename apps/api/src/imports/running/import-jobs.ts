import { Injectable } from '@nestjs/common';
import { Jobs } from '../../jobs/jobs.ts';
import { RunImport } from './run-import.ts';
import { RunUndo } from './run-undo.ts';

/** Files of one worker at once: a small one does not wait for a large one. */
const FILES_AT_ONCE = 2;

/** Takes up imports that wait, and those that are to be undone. */
@Injectable()
export class ImportJobs {
  constructor(
    private readonly jobs: Jobs,
    private readonly runImport: RunImport,
    private readonly runUndo: RunUndo,
  ) {}

  async begin(): Promise<void> {
    await this.jobs.work('import', (data, signal) => this.runImport.run(data, signal), FILES_AT_ONCE);
    await this.jobs.work('undo-import', (data, signal) => this.runUndo.run(data, signal));
  }
}
