import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { installationKey } from './audit/installation-key.ts';
import { dataFolder } from './embedded-postgres/data-folder.ts';
import { Jobs } from './jobs/jobs.ts';
import { beginWork } from './worker/begin-work.ts';
import { createWorker } from './worker/create-worker.ts';
import type { WorkerNews, WorkerStart } from './worker/worker-messages.ts';

let worker: INestApplicationContext | undefined;
let stopping: Promise<void> | undefined;

const told = new Promise<WorkerStart>((resolve) => process.once('message', (start) => resolve(start as WorkerStart)));

async function start(): Promise<void> {
  const options = await told;
  worker = await createWorker({ ...options, signer: await installationKey(dataFolder()) });
  worker.get(Jobs).onHolding = (holds) => {
    const news: WorkerNews = { holds };
    if (process.connected) process.send?.(news, () => undefined);
  };
  await beginWork(worker);
}

const started = start();
started.catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

/** What is being written is finished; the rest of it goes on in the next worker. */
async function stop(): Promise<void> {
  await started.catch(() => undefined);
  await worker?.close();
}

function stopAndExit(): void {
  stopping ??= stop()
    .catch((error: unknown) => console.error(error))
    .finally(() => process.exit(0));
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stopAndExit);
// Whoever started it is gone.
process.on('disconnect', stopAndExit);
