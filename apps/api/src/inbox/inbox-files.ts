import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { OWN_SOURCE } from '../facts/source.ts';
import { SOURCE_CODE } from '../ingest/source-code.ts';
import { isPassedOver, readTakenName, TAKEN_FOLDER } from './file-names.ts';
import type { FileLook } from './still-files.ts';

/** A file that somebody put into the folder of a source. */
export interface WaitingFile extends FileLook {
  name: string;
  path: string;
}

/** A file that belongs to an import. */
export interface TakenFile {
  importId: string;
  name: string;
  path: string;
}

const LONGEST_CODE = 60;

/** The sources of an inbox: its folders that are called as a source may be. Links and anything else are no folders. */
export async function sourceFolders(inbox: string): Promise<{ source: string; folder: string }[]> {
  const entries = await readdir(inbox, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && isSource(entry.name))
    .map(({ name }) => ({ source: name, folder: join(inbox, name) }))
    .sort((a, b) => (a.source < b.source ? -1 : 1));
}

const isSource = (name: string): boolean =>
  SOURCE_CODE.test(name) && name.length <= LONGEST_CODE && name !== OWN_SOURCE;

/** The files to be taken of a folder, by name. Only plain ones: no links, no pipes, nothing that could be elsewhere. */
export async function waitingFiles(folder: string): Promise<WaitingFile[]> {
  const files: WaitingFile[] = [];
  for (const name of (await readdir(folder)).filter((one) => !isPassedOver(one)).sort()) {
    const path = join(folder, name);
    const found = await lstat(path).catch(() => undefined);
    if (found?.isFile() === true) files.push({ name, path, bytes: found.size, changedMs: found.mtimeMs });
  }
  return files;
}

/** The files of a folder whose rows are coming in, or have come. */
export async function takenFiles(folder: string): Promise<TakenFile[]> {
  const names = await readdir(join(folder, TAKEN_FOLDER)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.sort().flatMap((taken) => {
    const read = readTakenName(taken);
    return read === undefined ? [] : [{ ...read, path: join(folder, TAKEN_FOLDER, taken) }];
  });
}
