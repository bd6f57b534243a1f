import { readFile, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { alive, commandOf, ended, parentOf, servesFolder } from './running-process.ts';

/** The Postgres that serves a data folder, as its lock file tells. */
export interface Postmaster {
  pid: number;
  port: number;
  /** False while it starts or recovers. */
  ready: boolean;
}

const STOPS_WITHIN_MS = 60_000;
const ENDS_WITHIN_MS = 10_000;

/** Null when none runs. A lock file whose number was given to another program since is removed: Postgres would refuse to start over it. */
export async function findPostmaster(dataFolder: string): Promise<Postmaster | null> {
  const lockFile = join(dataFolder, 'postmaster.pid');
  const text = await readFile(lockFile, 'utf8').catch(() => null);
  if (text === null) return null;
  const [pid, , , port, , , , status] = text.split('\n');
  const postmaster = { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' };
  if (!Number.isInteger(postmaster.pid) || postmaster.pid <= 0 || !alive(postmaster.pid)) return null;
  if (await servesFolder(postmaster.pid, await realpath(dataFolder))) return postmaster;
  await rm(lockFile, { force: true });
  return null;
}

/** The setting that tells who started a Postgres, as part of the process itself. */
export const startedBy = (pid: number) => ({ cluster_name: `bedside-${pid}` });

/** True once the Bedside that started it has died: orphans are adopted, so their parent is no longer the one that started them. */
export async function isOrphan(pid: number): Promise<boolean> {
  const starter = /cluster_name=bedside-(\d+)/.exec(await commandOf(pid))?.[1];
  return (await parentOf(pid)) !== Number(starter);
}

/** Ends the Postgres of this folder, if one runs: cleanly, or abruptly (it then recovers at its next start) when that takes too long. */
export async function stopPostmaster(dataFolder: string): Promise<void> {
  const postmaster = await findPostmaster(dataFolder);
  if (postmaster === null) return;
  await stopProcess(postmaster.pid);
}

/** Fast shutdown: connections are cut, everything committed is on disk. */
export async function stopProcess(pid: number): Promise<void> {
  for (const [signal, withinMs] of [
    ['SIGINT', STOPS_WITHIN_MS],
    ['SIGQUIT', ENDS_WITHIN_MS],
    ['SIGKILL', ENDS_WITHIN_MS],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await ended(pid, withinMs)) return;
  }
}
