import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

export function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** The process that started this one; 1, or another that adopts orphans, once its starter has died. Null when it is gone. */
export async function parentOf(pid: number): Promise<number | null> {
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
    // The command's name, in brackets, may itself hold brackets and blanks.
    return status === null ? null : Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]);
  }
  const parent = await run('ps', ['-o', 'ppid=', '-p', String(pid)]).catch(() => null);
  return parent === null ? null : Number(parent.stdout);
}

/** The program and its arguments, for a look; empty when the process is gone. */
export async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
  }
  return (await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))).stdout;
}

/** Whether the process is the Postgres of this data folder, and not one that was given an old number again. */
export async function servesFolder(pid: number, realDataFolder: string): Promise<boolean> {
  if (process.platform === 'linux') {
    // The kernel marks a folder that was removed in the meantime.
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
    return folder === realDataFolder;
  }
  return (await commandOf(pid)).includes(realDataFolder);
}

/** Waits until the process has ended; false when it has not in time. */
export async function ended(pid: number, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until;) {
    if (!alive(pid) || (await isZombie(pid))) return true;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return false;
}

async function isZombie(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return status.slice(status.lastIndexOf(')') + 2).startsWith('Z');
}
