import { type ChildProcess, fork } from 'node:child_process';
import type { HeldJob } from '../jobs/jobs.ts';
import type { WorkerNews, WorkerStart } from './worker-messages.ts';

/** A worker that dies young is waited for longer each time; one that has lived so long begins anew. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
const GROWN_UP_MS = 60_000;
/** A worker that does not end in this time is killed; what it was doing goes on after the next start. */
const ENDS_WITHIN_MS = 8_000;

interface WorkersToKeep {
  /** The program that a worker runs. */
  program: string;
  count: number;
  start: WorkerStart;
  /** Hears what a worker was doing that has died. */
  onDeath(held: readonly HeldJob[]): Promise<void>;
}

/** Processes of their own for long work, so that it does not slow down the pages; each is started again when it dies. */
export function keepWorkers({ program, count, start, onDeath }: WorkersToKeep): { stop(): Promise<void> } {
  const keepers = Array.from({ length: count }, () => keepWorker(program, start, onDeath));
  return { stop: async () => void (await Promise.all(keepers.map(({ stop }) => stop()))) };
}

function keepWorker(program: string, start: WorkerStart, onDeath: WorkersToKeep['onDeath']): { stop(): Promise<void> } {
  let child: ChildProcess | undefined;
  let pause = FIRST_PAUSE_MS;
  let waiting: NodeJS.Timeout | undefined;
  let stopping = false;

  const begin = (): void => {
    const began = Date.now();
    let held: readonly HeldJob[] = [];
    const worker = fork(program, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child = worker;
    worker.on('message', ({ holds }: WorkerNews) => (held = holds));
    worker.once('error', () => undefined);
    worker.send(start, () => undefined);
    worker.once('exit', () => {
      child = undefined;
      if (stopping) return;
      pause = Date.now() - began > GROWN_UP_MS ? FIRST_PAUSE_MS : Math.min(2 * pause, LONGEST_PAUSE_MS);
      waiting = setTimeout(begin, pause);
      onDeath(held).catch(() => undefined);
    });
  };
  begin();
  // A process that ends in a hurry takes its workers with it.
  const killAtExit = (): void => void child?.kill('SIGKILL');
  process.once('exit', killAtExit);

  return {
    stop: async () => {
      stopping = true;
      clearTimeout(waiting);
      process.off('exit', killAtExit);
      if (child !== undefined) await ended(child);
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS);
  await gone;
  clearTimeout(kill);
}
