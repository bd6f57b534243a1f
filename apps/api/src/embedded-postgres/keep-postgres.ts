import type { ChildProcess } from 'node:child_process';
import { type PostgresStart, startPostgres } from './start-postgres.ts';
import { stopProcess } from './postmaster.ts';

const TRIED_AGAIN_AFTER_MS = 1_000;

/** A Postgres that is started again, at the same address, whenever it ends before `stop` is called: for want of memory, say. */
export async function keepPostgres(start: PostgresStart): Promise<{ port: number; stop(): Promise<void> }> {
  const first = await startPostgres(start);
  let child = first.process;
  let stopping = false;
  let revived: Promise<void> = Promise.resolve();

  const watch = (): void => void child.once('exit', () => (revived = revive()));
  const revive = async (): Promise<void> => {
    while (!stopping) {
      try {
        child = (await startPostgres({ ...start, port: first.port })).process;
        return watch();
      } catch {
        await new Promise((resolve) => setTimeout(resolve, TRIED_AGAIN_AFTER_MS));
      }
    }
  };
  watch();
  // A process that ends in a hurry takes the database with it.
  const stopAtExit = (): void => void child.kill('SIGINT');
  process.once('exit', stopAtExit);

  return {
    port: first.port,
    stop: async () => {
      stopping = true;
      await revived;
      process.off('exit', stopAtExit);
      if (isRunning(child) && child.pid !== undefined) await stopProcess(child.pid);
    },
  };
}

const isRunning = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;
