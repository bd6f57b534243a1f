import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The text of a key that Bedside keeps for itself: a file in the data folder that the first start makes and only its
 * owner may read. Of two processes that start at once, both end with the same key.
 */
export async function keptKey(folder: string, file: string, make: () => string): Promise<string> {
  const path = join(folder, file);
  return (await textOf(path)) ?? madeAt(folder, path, make());
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

/** Written whole under another name first, so that nobody ever reads half a key. */
async function madeAt(folder: string, path: string, text: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(draft);
  }
  return readFile(path, 'utf8');
}
