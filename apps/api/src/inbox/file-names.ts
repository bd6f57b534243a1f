import { extname } from 'node:path';
import { isUuid } from '../database/scope.ts';

/** Where files are while their rows come in; hidden, so that nobody takes them for waiting. */
export const TAKEN_FOLDER = '.taken';
export const DONE_FOLDER = 'done';
export const FAILED_FOLDER = 'failed';
/** How the files of a source are read, where it lies beside them. */
export const MAPPING_FILE = 'mapping.json';
/** Says beside the files that they wait, and for what. */
export const WAITING_FILE = 'waiting-for-a-mapping.txt';

const OURS = new Set([MAPPING_FILE, WAITING_FILE, DONE_FOLDER, FAILED_FOLDER]);
/** How programs call a file that they are still writing. */
const UNFINISHED = /^[.~]|~$|\.(?:part|partial|tmp|temp|crdownload|filepart|download|swp|lock)$/i;

/** True for what a folder holds besides files to be taken: hidden ones, unfinished ones, and ours. */
export const isPassedOver = (name: string): boolean => OURS.has(name) || UNFINISHED.test(name);

/** Of a name's bytes; with the id before it, that is what any file system keeps. */
const LONGEST_BYTES = 180;

/** What a file is called once it belongs to an import: as before, behind the id, and cut where that is endless. */
export function takenName(importId: string, name: string): string {
  return `${importId}-${shortened(name)}`;
}

/** The import that a taken file belongs to, and what it was called; undefined for a file that somebody else put there. */
export function readTakenName(taken: string): { importId: string; name: string } | undefined {
  const importId = taken.slice(0, 36);
  const name = taken.slice(37);
  return isUuid(importId) && taken[36] === '-' && name !== '' ? { importId, name } : undefined;
}

/** What a file is called when it is done with: behind the beginning of the id, so that no two are called alike. */
export const settledName = (importId: string, name: string): string => `${importId.slice(0, 8)}-${name}`;

function shortened(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST_BYTES) return name;
  const end = extname(name).slice(0, 12);
  let begin = name.slice(0, LONGEST_BYTES);
  while (Buffer.byteLength(begin + end) > LONGEST_BYTES) begin = begin.slice(0, -1);
  return `${begin.toWellFormed()}${end}`;
}

/** A name as it is shown: without what would break a line or run the other way. */
export const shownName = (name: string): string => name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�').toWellFormed();
