import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { stopPostmaster } from './postmaster.ts';
import { PostgresTrouble } from './postgres-trouble.ts';
import { type SystemUser, reachable } from './system-user.ts';

/** Where clusters go whose own folder the user of Postgres may not enter. */
const SYSTEM_HOME = '/var/lib/bedside';

/**
 * The folder that holds the database: `postgres` in the data folder. When Bedside runs as root under a folder only root
 * may enter, it is a link to one under /var/lib/bedside, and `say` tells the operator so. Removing the link (or the data
 * folder) starts afresh in either case.
 */
export async function clusterFolder(
  dataFolder: string,
  user: SystemUser | null,
  say: (line: string) => void,
): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  const inside = join(resolve(dataFolder), 'postgres');
  if (user === null) return ownFolder(inside, null);
  const outside = join(SYSTEM_HOME, nameFor(dataFolder));
  const found = await lstat(inside).catch(() => null);
  const linked = found?.isSymbolicLink() === true && (await readlink(inside)) === outside;
  if (!linked) {
    if (await reachable(dataFolder, user)) return ownFolder(inside, user);
    await mkdir(SYSTEM_HOME, { recursive: true, mode: 0o755 });
    await stopPostmaster(join(outside, 'data'));
    await rm(outside, { recursive: true, force: true });
    if (found?.isDirectory() === true) await move(inside, outside);
    await rm(inside, { force: true });
    await symlink(outside, inside);
    say(
      `Postgres may not enter ${resolve(dataFolder)} as its own user ${user.name}, so the database is kept in ${outside}.`,
    );
  }
  return ownFolder(outside, user);
}

/** `bedside-1f2e3d4c`: the name of the clone for people, and a hash that keeps two clones of one name apart. */
function nameFor(dataFolder: string): string {
  const whole = resolve(dataFolder);
  const clone = basename(dirname(whole)).replaceAll(/[^\w-]/g, '_') || 'bedside';
  return `${clone}-${createHash('sha256').update(whole).digest('hex').slice(0, 8)}`;
}

async function ownFolder(folder: string, user: SystemUser | null): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (user !== null) await chown(folder, user.uid, user.gid);
  return folder;
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    throw new PostgresTrouble(`The database must move to where Postgres may enter. Run: mv ${from} ${to}`, {
      cause: error,
    });
  }
}
