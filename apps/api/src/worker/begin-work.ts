import type { INestApplicationContext } from '@nestjs/common';
import { ImportJobs } from '../imports/running/import-jobs.ts';
import { RedriveJobs } from '../quarantine/drive/redrive-jobs.ts';

/** Takes up jobs of every queue, until the app is closed. */
export async function beginWork(app: INestApplicationContext): Promise<void> {
  await app.get(ImportJobs).begin();
  await app.get(RedriveJobs).begin();
}
