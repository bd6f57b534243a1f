import { randomUUID } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const LEFT_OVER_AFTER_MS = 3_600_000;

/**
 * Makes a folder aside and moves it into place once it is whole, so that one cut short is never taken for it. When another
 * command has been quicker, its folder stays.
 */
export async function madeWhole(folder: string, make: (aside: string) => Promise<void>): Promise<void> {
  if (await stat(folder).catch(() => null)) return;
  const unfinished = `${folder}.unfinished-`;
  await removeLeftovers(unfinished);
  const aside = `${unfinished}${randomUUID()}`;
  try {
    await make(aside);
    await rename(aside, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** What was being made when a machine lost its power; another command may be making one right now. */
async function removeLeftovers(start: string): Promise<void> {
  const folder = dirname(start);
  for (const name of await readdir(folder)) {
    if (!name.startsWith(basename(start))) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > LEFT_OVER_AFTER_MS) await rm(join(folder, name), { recursive: true, force: true });
  }
}
