import { lstat, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DONE_FOLDER, FAILED_FOLDER, settledName, shownName } from './file-names.ts';
import type { TakenFile } from './inbox-files.ts';
import type { InboxImport } from './taken-import.query.ts';

/** States in which nothing more will come of a file. */
const OVER: ReadonlySet<string> = new Set(['done', 'stopped', 'failed', 'undoing', 'undone']);

export const isOver = ({ state }: InboxImport): boolean => OVER.has(state);

/** Puts a file where people find it once its import is over, with a text beside it that says what became of it. */
export async function settleFile(folder: string, file: TakenFile, ended: InboxImport): Promise<void> {
  const isDone = ended.state === 'done';
  await settleWith(
    folder,
    file,
    isDone ? DONE_FOLDER : FAILED_FOLDER,
    isDone ? doneWords(file, ended) : failedWords(file, ended),
  );
}

/** Puts a file aside of which no import could be begun. */
export async function setAside(folder: string, file: TakenFile, why: string): Promise<void> {
  await settleWith(folder, file, FAILED_FOLDER, [`${shownName(file.name)} was not imported.`, why, AGAIN]);
}

/** Puts a file back to where it waits, under another name where somebody has put one of its name there meanwhile. */
export async function putBack(folder: string, file: TakenFile): Promise<void> {
  const isFree = (await lstat(join(folder, file.name)).catch(() => null)) === null;
  await rename(file.path, join(folder, isFree ? file.name : settledName(file.importId, file.name)));
}

/** The text first: a file that lies there has been accounted for. Doing it again does no harm. */
async function settleWith(folder: string, file: TakenFile, into: string, lines: readonly string[]): Promise<void> {
  await mkdir(join(folder, into), { recursive: true });
  const path = join(folder, into, settledName(file.importId, file.name));
  await writeFile(`${path}.tmp`, `${lines.join('\n')}\n`, { mode: 0o640 });
  await rename(`${path}.tmp`, `${path}.txt`);
  await rename(file.path, path).catch((error: NodeJS.ErrnoException) => {
    // Another process has just done the same.
    if (error.code !== 'ENOENT') throw error;
  });
}

function doneWords(file: TakenFile, { read, accepted, updated, unchanged, quarantined }: InboxImport): string[] {
  return [
    `${shownName(file.name)} is in.`,
    `Rows read ${read}: ${accepted} new, ${updated} changed, ${unchanged} as before, ${quarantined} set aside.`,
    ...(quarantined > 0 ? [SET_ASIDE] : []),
    `Import ${file.importId}`,
  ];
}

function failedWords(file: TakenFile, { state, failure, read }: InboxImport): string[] {
  const why =
    state === 'failed' ? (failure ?? 'It could not be read.') : 'Somebody stopped the import or took it back.';
  return [
    `${shownName(file.name)} was not imported as a whole.`,
    why,
    ...(read > 0 && state !== 'undone' ? [`Rows that went in before stay in: ${read} were read.`] : []),
    AGAIN,
    `Import ${file.importId}`,
  ];
}

const SET_ASIDE = 'Why rows were set aside, and how to mend them, is in Bedside under Imports.';
const AGAIN =
  'Put the file into the folder of its source again once that is mended: rows that are in already stay as they are.';
